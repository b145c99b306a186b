import { contrast } from '#libs/look';
import sharp from 'sharp';
import { cardSamples, hardNames, samplePictures } from '../../../../test/factories/card-samples.js';
import { cardColours } from './card-colours.js';
import { type CardContent, type CardShape, cardShapes } from './card.content.js';
import { drawCard, planCard } from './draw-card.js';
import type { Scene, TextItem } from './scene.js';

const shapes = Object.keys(cardShapes) as CardShape[];
const samples = cardSamples();
const contentOf = (name: string): CardContent => samples.find((sample) => sample.name === name)!.content;
const pictures = new Set(['image/a.png', 'image/b.png', 'image/c.png', 'image/cover.png', 'image/cover-2.png']);
const textsOf = ({ items }: Scene): TextItem[] => items.filter((item) => item.is === 'text');

describe('every card', () => {
  it('keeps words in the safe zone, and 250 px of a story free above and below (ux 2.5)', async () => {
    for (const { name, shape, content } of samples) {
      const scene = await planCard(content, shape, pictures);
      const free = shape === 'story' ? 250 : 48;
      for (const { text, x, y, width, height } of textsOf(scene)) {
        const isInside = x >= 60 && x + width <= scene.width - 60 && y >= free && y + height <= scene.height - free;
        expect([name, text, isInside]).toEqual([name, text, true]);
      }
      for (const item of shape === 'story' ? scene.items : []) {
        expect([name, item.y >= 250, item.y + item.height <= 1670]).toEqual([name, true, true]);
      }
    }
  });

  it('has no words below 28 px on the card of links', async () => {
    for (const { name, shape, content } of samples.filter((sample) => sample.shape === 'wide')) {
      const sizes = textsOf(await planCard(content, shape, pictures)).map(({ size }) => size);
      expect([name, Math.min(...sizes) >= 28]).toEqual([name, true]);
    }
  });

  it('says a name whole, however long, in every shape and layout (ux:K-10)', async () => {
    const layouts = ['episode-wide-fr', 'quote-wide-fr', 'person-wide-fr', 'panel-wide-fr'].map(contentOf);
    for (const name of hardNames) {
      for (const shape of shapes) {
        for (const content of layouts) {
          const [first, ...others] = content.people;
          const scene = await planCard({ ...content, people: [{ ...first!, name }, ...others] }, shape, pictures);
          const said = textsOf(scene).map(({ text }) => text);
          expect(bare(said.join(''))).toContain(bare(name));
        }
      }
    }
  });

  it('puts no drop of ink beyond its margin, as it is measured (ux:K-10)', async () => {
    for (const { name, shape, content } of samples.filter((sample) => sample.name.startsWith('name-'))) {
      const { bytes } = await drawCard(content, shape, samplePictures, '');
      const margin = await sharp(bytes).extract({ left: 1140, top: 0, width: 60, height: 440 }).toBuffer();
      const { channels } = await sharp(margin).stats();
      expect([name, channels.every(({ min, max }) => min === max)]).toEqual([name, true]);
    }
  });

  it('shows all of a panel, in the order of the programme', async () => {
    for (const { name, shape, content } of samples.filter((sample) => sample.name.startsWith('panel-'))) {
      const scene = await planCard({ ...content }, shape, pictures);
      const said = bare(
        textsOf(scene)
          .map(({ text }) => text)
          .join(''),
      );
      let from = 0;
      for (const person of content.people) {
        const at = said.indexOf(bare(person.name), from);
        expect([name, person.name, at >= 0]).toEqual([name, person.name, true]);
        from = at;
      }
    }
  });

  it('has a contrast of 4.5 or more for all words, with every accent (ux:K-10)', () => {
    for (const accent of ['', '#ffe14a', '#ffffff', '#000000', '#00ff00', '#f7a8b8', '#808080', 'nonsense']) {
      const { paper, ink, soft, accent: own, tint } = cardColours(accent);
      for (const [colour, ground] of [
        [ink, paper],
        [soft, paper],
        [own, paper],
      ] as const) {
        expect([accent, colour, contrast(colour, ground) >= 4.5]).toEqual([accent, colour, true]);
      }
      // A first letter is large.
      expect(contrast(own, tint)).toBeGreaterThanOrEqual(3);
    }
  });

  it('is the same bytes for the same content, and within the limits of its format (ux:K-11)', async () => {
    for (const shape of shapes) {
      const [one, two] = await Promise.all([1, 2].map(() => draw(contentOf('episode-wide-fr'), shape)));
      expect(one!.equals(two!)).toBe(true);
      expect(one!.length).toBeLessThanOrEqual(cardShapes[shape].most);
    }
  });

  it('stays within its limit with the noisiest photograph', async () => {
    let state = 1;
    const noise = Buffer.alloc(900 * 900 * 3).map(() => (state = Math.imul(state, 1664525) + 1013904223) >>> 24);
    const photo = await sharp(noise, { raw: { width: 900, height: 900, channels: 3 } })
      .png()
      .toBuffer();
    const noisy = { exists: async () => true, readBytes: async () => photo };
    for (const shape of shapes) {
      const { bytes, extension } = await drawCard(contentOf('episode-wide-fr'), shape, noisy, '');
      expect([extension, bytes.length <= cardShapes[shape].most]).toEqual(['jpg', true]);
    }
  });

  it('is drawn without a picture that is no picture', async () => {
    const cut = await samplePictures.readBytes('image/a.png');
    for (const bytes of [Buffer.from('<svg onload="alert(1)">'), Buffer.alloc(0), cut.subarray(0, 400)]) {
      const broken = { exists: async () => true, readBytes: async () => bytes };
      const { width } = await drawCard(contentOf('episode-wide-fr'), 'wide', broken, '');
      expect(width).toBe(1200);
    }
  });
});

const draw = async (content: CardContent, shape: CardShape) =>
  (await drawCard(content, shape, samplePictures, 'Alt')).bytes;

const bare = (text: string) => text.normalize('NFC').replace(/[\s’']/gu, '');
