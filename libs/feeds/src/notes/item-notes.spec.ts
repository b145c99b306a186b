import { Addresses } from '#libs/catalog';
import { episodeView } from '../../../../test/feeds/views.js';
import { buildItemNotes } from './item-notes.xml.js';

const addresses = new Addresses('https://pod.example');
const notesOf = (changes: Parameters<typeof episodeView>[1]) =>
  buildItemNotes(episodeView(1, changes), { addresses, parts: new Map() } as never).description;
const [text] = episodeView().texts;
const [appearance] = episodeView().appearances;

describe('the notes of an item', () => {
  it('name the takeaways with their times behind them (`ux:A-06`), before everything but the summary', () => {
    const takeaways = [
      { text: 'Une date <tenue>', atMs: 64_500 },
      { text: 'Un logo', atMs: null },
    ];
    expect(notesOf({ texts: [{ ...text!, takeaways }] })).toMatch(
      /^<p>Pourquoi[^<]*<\/p><ul><li>Une date &lt;tenue&gt; \(01:04\)<\/li><li>Un logo<\/li><\/ul><p>Liens/,
    );
    const late = [...takeaways, { text: 'Tard', atMs: 3_700_000 }];
    expect(notesOf({ texts: [{ ...text!, takeaways: late }] })).toContain('(00:01:04)');
  });

  it('say what somebody was then, also an employer that only the notes may name (`ux:K-27`)', () => {
    expect(notesOf({})).toContain('Mélanie Roy</a>, alors directrice marketing, Roy &amp; Filles</li>');
    const inNotes = { ...appearance!, organisation: '', organisationInNotes: 'Boréale' };
    expect(notesOf({ appearances: [inNotes] })).toContain(', alors directrice marketing, Boréale</li>');
    const hidden = { ...appearance!, organisation: '', texts: [] };
    expect(notesOf({ appearances: [hidden] })).toContain('Mélanie Roy</a></li>');
    expect(notesOf({ showLanguage: 'en-CA' })).not.toContain('alors');
  });

  it('end with a line for each guest who asked, whatever has to be cut before it', () => {
    const texts = [{ ...text!, notes: 'Long. '.repeat(2_000) }];
    expect(notesOf({ texts })).toMatch(/n’engagent pas Roy &amp; Filles\.<\/p>$/);
  });
});
