import sharp from 'sharp';
import { readQr } from '../../../../test/factories/read-qr.js';
import { qrPng, qrSvg } from './qr.js';

const addresses = [
  'https://estrade.example.org/s/k7m2p',
  'https://a.ca/s/abcde',
  'https://balados.universite-laval.ca/s/x9q4z',
  'https://une-adresse-beaucoup-trop-longue.exemple.quebec/s/00000',
];

describe('a square code', () => {
  it.each(addresses)('is read from its picture: %s', async (address) => {
    const { bytes } = await qrPng(address, 'alt');
    const read = await readQr(bytes);
    expect(read).toMatchObject({ text: address, level: 'M' });
    expect(read.margin).toBeGreaterThanOrEqual(4);
    expect(bytes.length).toBeLessThanOrEqual(30 * 1024);
  });

  it.each(addresses)('is read from its drawing: %s', async (address) => {
    const svg = await qrSvg(address, 'A & B <i>"c"</i>');
    expect(await readQr(await sharp(svg).png().toBuffer())).toMatchObject({ text: address, level: 'M', margin: 4 });
    expect(svg.length).toBeLessThanOrEqual(30 * 1024);
    expect(String(svg)).toContain('<title>A &amp; B &lt;i>"c"&lt;/i></title>');
  });

  it('is 1024 px of dark on light only, with its words inside (ux 2.5)', async () => {
    const { bytes, width, height } = await qrPng(addresses[0]!, 'Code carré');
    const { data } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect([width, height]).toEqual([1024, 1024]);
    expect(new Set(data)).toEqual(new Set([0, 255]));
    expect(String((await sharp(bytes).metadata()).xmp)).toContain('Code carré');
  });
});
