import type { Storage } from '#libs/storage';
import sharp from 'sharp';
import { imageKey, ImagesService } from './images.service.js';

const stored = new Map<string, Uint8Array>();
const storage = { put: async (key: string, bytes: Uint8Array) => void stored.set(key, bytes) } as unknown as Storage;
const images = new ImagesService(storage);

const picture = (width: number, height: number, alpha = false) =>
  sharp({ create: { width, height, channels: alpha ? 4 : 3, background: { r: 200, g: 40, b: 90, alpha: 0.5 } } });

beforeEach(() => stored.clear());

describe('ImagesService', () => {
  it('makes a cover of 1400 to 3000 px an sRGB JPEG without alpha, with its smaller copies', async () => {
    const { key, width } = await images.acceptCover(await picture(3200, 3200, true).png().toBuffer());
    expect(width).toBe(3000);
    const made = await sharp(stored.get(key)).metadata();
    expect(made).toMatchObject({
      format: 'jpeg',
      width: 3000,
      height: 3000,
      space: 'srgb',
      hasAlpha: false,
      channels: 3,
    });
    for (const copy of [96, 320, 640, 1400] as const) {
      expect(await sharp(stored.get(imageKey(key, copy))).metadata()).toMatchObject({ width: copy, height: copy });
    }
  });

  it('keeps a cover under half a megabyte however noisy it is', async () => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 90 };
    const noisy = await sharp({ create: { width: 2000, height: 2000, channels: 3, background: '#000', noise } })
      .jpeg()
      .toBuffer();
    const { key } = await images.acceptCover(noisy);
    expect(stored.get(key)!.length).toBeLessThanOrEqual(512 * 1024);
  });

  it('cuts a cover that is nearly square and refuses one that is not', async () => {
    const { key } = await images.acceptCover(await picture(1500, 1440).jpeg().toBuffer());
    expect(await sharp(stored.get(key)).metadata()).toMatchObject({ width: 1440, height: 1440 });
    await expect(images.acceptCover(await picture(1920, 1400).jpeg().toBuffer())).rejects.toMatchObject({
      code: 'COVER_NOT_SQUARE',
    });
  });

  it('turns a photograph taken sideways', async () => {
    const bytes = await picture(500, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { width } = await images.acceptPhoto(bytes);
    expect(width).toBe(300);
  });

  const wide = '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000"><script>alert(1)</script></svg>';
  const gif = Buffer.concat([Buffer.from('GIF89a/*'), Buffer.from([1, 0, 1, 0, 0, 0]), Buffer.from('*/=1;alert(1)')]);
  it.each([
    ['an SVG', Buffer.from(wide)],
    ['an SVG after an XML declaration', Buffer.from(`<?xml version="1.0"?>\n${wide}`)],
    ['HTML named .jpg', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a GIF that is also a script', gif],
    ['the first bytes of a JPEG and nothing more', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s (abuse:A10)', async (_, bytes) => {
    await expect(images.acceptCover(bytes)).rejects.toMatchObject({ code: 'COVER_NOT_RASTER', status: 422 });
    expect(stored.size).toBe(0);
  });

  it('refuses a JPEG that breaks off', async () => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
    const whole = await sharp({ create: { width: 1500, height: 1500, channels: 3, background: '#000', noise } })
      .jpeg()
      .toBuffer();
    await expect(images.acceptCover(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
      code: 'COVER_NOT_RASTER',
    });
    expect(stored.size).toBe(0);
  });

  it('refuses an animation', async () => {
    const frames = await picture(1400, 2800)
      .webp({ pageHeight: 1400, loop: 0 } as never)
      .toBuffer();
    const animated = await sharp(frames, { animated: true })
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer();
    const pages = (await sharp(animated).metadata()).pages ?? 1;
    if (pages > 1) await expect(images.acceptCover(animated)).rejects.toMatchObject({ code: 'COVER_NOT_RASTER' });
  });

  it('refuses a picture of 12,000 px before it decodes it (abuse:A40)', async () => {
    const huge = await picture(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer();
    const before = process.memoryUsage.rss();
    await expect(images.acceptCover(huge)).rejects.toMatchObject({
      code: 'IMAGE_TOO_LARGE',
      params: { width: 12_000, height: 12_000 },
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('refuses a header that claims 60,000 × 60,000 px', async () => {
    const bomb = await picture(10, 10).png().toBuffer();
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    await expect(images.acceptCover(bomb)).rejects.toMatchObject({ status: 422 });
  });

  it('refuses a cover with fewer pixels than apps ask for', async () => {
    await expect(images.acceptCover(await picture(1399, 1399).jpeg().toBuffer())).rejects.toMatchObject({
      code: 'COVER_TOO_SMALL',
    });
  });
});
