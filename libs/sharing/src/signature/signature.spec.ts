import sharp from 'sharp';
import { cardSamples, samplePictures } from '../../../../test/factories/card-samples.js';
import { loadRuler } from '../card/type-ruler.js';
import { cardColours } from '../card/card-colours.js';
import { drawSignature, signatureHtml, signatureScene } from './signature.js';

const address = 'https://estrade.example.org/s/k7m2p';
const addresses = { image: (key: string, width: number | 'full') => `https://estrade.example.org/m/${width}/${key}` };
const names = [
  'episode-wide-fr',
  'episode-wide-en',
  'no-space-wide',
  'markup-wide',
  'long-title-wide',
  'no-cover-wide',
];
const contentOf = (name: string) => cardSamples().find((sample) => sample.name === name)!.content;

describe('a banner for the foot of mails', () => {
  it.each(names)('is 600 × 120 and at most 40 KB, with all words on it: %s', async (name) => {
    const { bytes } = await drawSignature(contentOf(name), samplePictures, 'Écouter');
    const { width, height, xmp } = await sharp(bytes).metadata();
    expect([width, height, bytes.length <= 40 * 1024]).toEqual([600, 120, true]);
    expect(String(xmp)).toContain('Écouter');
    const content = contentOf(name);
    const hand = {
      ruler: await loadRuler(),
      content,
      colours: cardColours(content.accent),
      pictures: new Set<string>(),
    };
    for (const item of signatureScene(hand).items) {
      const isOn = item.x >= 8 && item.y >= 4 && item.x + item.width <= 592 && item.y + item.height <= 116;
      expect([name, item, isOn]).toEqual([name, item, true]);
    }
  });

  it('is, as HTML, words and one link that every mail program shows, in its language', () => {
    const html = signatureHtml(contentOf('episode-wide-fr'), address, addresses);
    expect(html.length).toBeLessThan(4096);
    expect(html).toMatch(/^<table role="presentation"[^>]* lang="fr-CA"/);
    expect(html).toContain('Écouter mon entretien');
    expect(new Set([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href))).toEqual(new Set([address]));
    expect(html).not.toMatch(/<(script|style|link|form|iframe)|javascript:|class=/);
    for (const [picture] of html.matchAll(/<img[^>]*>/g)) expect(picture).toMatch(/width="72" height="72" alt=""/);
  });

  it('lets no text end its markup', () => {
    const content = { ...contentOf('markup-wide'), above: '"><img src=x onerror=alert(1)>' };
    const html = signatureHtml(content, address, addresses);
    expect(html).not.toMatch(/<script|<img src=x|<\/text>/);
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('&quot;&gt;&lt;img');
  });
});
