import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { inflateSync } from 'node:zlib';
import { cardSamples, samplePictures } from '../../../../test/factories/card-samples.js';
import { readQr } from '../../../../test/factories/read-qr.js';
import { unzip } from '../../../../test/factories/unzip.js';
import { slideHand } from './slide-hand.js';
import { slidePdf } from './slide-pdf.js';
import { slidePng } from './slide-png.js';
import { slidePptx } from './slide-pptx.js';
import { chooseSlide, planSlide, type SlideReach, slideSize } from './slide.plan.js';

const address = 'https://estrade.example.org/s/k7m2p';
const spoken = 'estrade.example.org/s/k7m2p';
const reaches: SlideReach[] = ['near', 'far'];
const hard = ['episode-wide-fr', 'name-01-wide', 'no-space-wide', 'markup-wide', 'long-title-wide', 'no-cover-wide'];
const given = (name: string) =>
  slideHand(cardSamples().find((sample) => sample.name === name)!.content, samplePictures);

describe('a slide with a square code', () => {
  it.each(reaches)('is a picture whose code can be read, %s', async (reach) => {
    const made = await given('episode-wide-fr');
    const { bytes, width, height } = await slidePng(made, reach, address, 'Diapositive');
    expect([width, height]).toEqual([1920, 1080]);
    expect(bytes.length).toBeLessThanOrEqual(1024 * 1024);
    const { x, y, width: side } = planSlide(made.hand, reach, address).code;
    const read = await readQr(bytes, { left: x, top: y, width: side, height: side });
    expect(read).toMatchObject({ text: address, level: 'M' });
    expect(read.margin).toBeGreaterThanOrEqual(4);
  });

  it('keeps everything on the slide, and the address to say aloud below the code (ux 2.5)', async () => {
    for (const name of hard) {
      for (const reach of reaches) {
        const { items } = planSlide((await given(name)).hand, reach, address);
        for (const item of items) {
          const isOn = item.x >= 48 && item.y >= 40 && item.x + item.width <= slideSize.width - 48;
          expect([name, reach, isOn && item.y + item.height <= slideSize.height - 16]).toEqual([name, reach, true]);
        }
        expect(items.flatMap((item) => (item.is === 'text' ? item.text : []))).toContain(spoken);
      }
    }
  });

  it.each(hard)('opens in presentation programs: whole, linked, with its words as words: %s', async (name) => {
    const bytes = await slidePptx(await given(name), 'near', address, 'Code & <adresse>');
    expect(bytes.length).toBeLessThanOrEqual(1024 * 1024);
    const files = await unzip(bytes);
    for (const [file, content] of files) if (/\.(xml|rels)$/.test(file)) expectWellFormed(file, String(content));
    const names = [...files.keys()];
    const needed = ['[Content_Types].xml', '_rels/.rels', 'ppt/presentation.xml', 'ppt/slides/slide1.xml'];
    expect(names).toEqual(expect.arrayContaining(needed));
    const relations = String(files.get('ppt/slides/_rels/slide1.xml.rels'));
    expect(relations).toContain(`Target="${address}"`);
    for (const [, target] of relations.matchAll(/Target="\.\.\/([^"]+)"/g)) expect(names).toContain(`ppt/${target}`);
    const slide = String(files.get('ppt/slides/slide1.xml'));
    expect(slide).toContain(spoken);
    expect(slide).toContain('Code &amp; &lt;adresse&gt;');
    expect(String(files.get('ppt/presentation.xml'))).toMatch(/<p:sldSz cx="12191\d{3}" cy="6858000"/);
    const pictures = names.filter((file) => /media\/.*\.(png|jpe?g)$/.test(file));
    const codes = await Promise.all(pictures.map((file) => readQr(files.get(file)!).catch(() => undefined)));
    expect(codes.map((code) => code?.text)).toContain(address);
  });

  it.each(hard)('is a page of PDF with its own typefaces, its words and its link: %s', async (name) => {
    const bytes = await slidePdf(await given(name), 'near', address);
    expect(bytes.length).toBeLessThanOrEqual(1024 * 1024);
    const text = bytes.toString('latin1');
    expect(text).toMatch(/^%PDF-1\.\d/);
    expect(text.trimEnd()).toMatch(/%%EOF$/);
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(text).toContain('/MediaBox [0 0 960 540]');
    expect(text).toContain(`/URI (${address})`);
    expect(text).toContain('/FontFile');
    const start = Number(/startxref\s+(\d+)/.exec(text)![1]);
    expect(text.slice(start, start + 4)).toBe('xref');
    // Words are set, not drawn.
    expect(streamsOf(text).some((stream) => /\bTJ\b/.test(stream))).toBe(true);
  });

  it('cuts a photograph that is no square, and keeps small with a large one', async () => {
    const large = await sharp({ create: { width: 4000, height: 1500, channels: 3, background: '#a86' } })
      .jpeg()
      .toBuffer();
    const pictures = { exists: async () => true, readBytes: async () => large };
    const content = cardSamples().find(({ name }) => name === 'episode-wide-fr')!.content;
    const made = await slideHand(content, pictures);
    for (const bytes of [await slidePdf(made, 'near', address), await slidePptx(made, 'near', address, '')]) {
      expect(bytes.length).toBeLessThanOrEqual(1024 * 1024);
    }
  });

  it('is chosen by how deep the room is: a tenth of the distance (ux 2.5)', () => {
    expect(chooseSlide(8, 2)).toMatchObject({ reach: 'near', isEnough: true });
    expect(chooseSlide(12, 2)).toMatchObject({ reach: 'far', isEnough: true });
    expect(chooseSlide(40, 2)).toMatchObject({ reach: 'far', isEnough: false });
  });
});

/** Of a PDF, what is packed in it: the page's drawing among typefaces. */
function streamsOf(pdf: string): string[] {
  return [...pdf.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed!, 'latin1')).toString('latin1');
    } catch {
      return []; // a photograph
    }
  });
}

function expectWellFormed(file: string, content: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new Error(`${file}: ${error.message}`);
  });
  parser.write(content).close();
}
