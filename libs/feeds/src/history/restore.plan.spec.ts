import type { Withdrawn } from '#libs/catalog';
import type { FeedDocument } from '../diff/feed-document.xml.js';
import { planRestore } from './restore.plan.js';

const item = (guid: string, url = `https://a.example/m/${guid}.mp3`) => ({
  ...{ guid, title: `Title of ${guid}`, fields: { enclosure: `url ${url} · length 1 · type audio/mpeg` } },
});
const feed = (guids: string[], podcastGuid = 'g'): FeedDocument => ({
  channel: { 'podcast:guid': podcastGuid },
  items: guids.map((guid) => item(guid)),
});
const now = (guids: string[], files = guids) => ({
  guids: new Set(guids),
  files: new Set(files.map((guid) => `https://a.example/m/${guid}.mp3`)),
  withdrawn: new Map<string, Withdrawn>(),
});

describe('putting an old version back', () => {
  it('is fine when it lists what is public, with files that answer', () => {
    expect(planRestore(feed(['a', 'b']), feed(['b', 'a']), now(['a', 'b']))).toEqual({ problems: [], missing: [] });
  });

  it('names the episodes that listeners would lose', () => {
    expect(planRestore(feed(['a']), feed(['a', 'b']), now(['a', 'b'])).missing).toEqual([
      { guid: 'b', title: 'Title of b' },
    ]);
  });

  it('refuses an employer that is hidden since, a clip that was refused since, and a name of before', () => {
    const nothing = { employers: [], hasRefusedClips: false, isRenamed: false };
    const said = (fields: Record<string, string>) => {
      const { items, ...rest } = feed(['a']);
      return { ...rest, items: [{ ...items[0]!, fields: { ...items[0]!.fields, ...fields } }] };
    };
    const bite = (title: string) => ({ 'podcast:soundbite': `${title} · startTime 5 · duration 20` });
    const codes = (old: FeedDocument, withdrawn: Partial<Withdrawn>) => {
      const at = { ...now(['a']), withdrawn: new Map([['a', { ...nothing, ...withdrawn }]]) };
      return planRestore(old, said(bite('Kept')), at).problems.map(({ code }) => code);
    };
    const notes = said({ description: '<p>Ève Roy, then director at ZYXWERT, inc.</p>' });
    expect(codes(notes, {})).toEqual([]);
    expect(codes(notes, { employers: ['Zyxwert inc'] })).toEqual(['not-public']);
    expect(codes(said(bite('Refused')), {})).toEqual([]);
    expect(codes(said(bite('Refused')), { hasRefusedClips: true })).toEqual(['not-public']);
    expect(codes(said(bite('Kept')), { hasRefusedClips: true })).toEqual([]);
    expect(codes(said({}), { isRenamed: true })).toEqual(['not-public']);
  });

  it('refuses what is no longer public, what has no file, and another identity', () => {
    expect(planRestore(feed(['a', 'b', 'c'], 'old'), feed(['a', 'b']), now(['a', 'b'], ['a'])).problems).toEqual([
      { code: 'show-guid-changed', title: '' },
      { code: 'file-gone', title: 'Title of b' },
      { code: 'not-public', title: 'Title of c' },
    ]);
  });
});
