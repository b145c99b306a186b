import type { EncodedImage } from '../card/encode-image.js';

/** Dark modules as one path on a white ground, with the margin that readers need (ISO/IEC 18004: four modules). */
export interface QrDrawing {
  /** Modules on a side, the margin included. */
  side: number;
  /** `d` of a path in units of modules. */
  d: string;
}

const margin = 4;

/** A code of error correction level M; dark on light only, since many readers want it so (`ux` 2.5). */
export async function drawQr(address: string): Promise<QrDrawing> {
  const { encode } = await import('uqr');
  const { data, size } = encode(address, { ecc: 'M', border: margin });
  const d = data.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('');
  return { side: size, d };
}

export async function qrSvg(address: string, title: string): Promise<Buffer> {
  const { side, d } = await drawQr(address);
  const name = title.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="1024" height="1024" shape-rendering="crispEdges" role="img"><title>${name}</title><rect width="${side}" height="${side}" fill="#fff"/><path fill="#000" d="${d}"/></svg>\n`,
  );
}

/** 1024 px; every module a whole number of pixels, what is left over is margin. */
export async function qrPng(address: string, alt: string, pixels = 1024): Promise<EncodedImage> {
  const { encode } = await import('uqr');
  const { default: sharp } = await import('sharp');
  const { toXmp } = await import('../card/xmp.js');
  const { data, size } = encode(address, { ecc: 'M', border: margin });
  const module = Math.floor(pixels / size);
  const offset = Math.floor((pixels - module * size) / 2);
  const raw = Buffer.alloc(pixels * pixels, 255);
  data.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (!isDark) return;
      for (let line = 0; line < module; line += 1) {
        const at = (offset + y * module + line) * pixels + offset + x * module;
        raw.fill(0, at, at + module);
      }
    }),
  );
  const bytes = await sharp(raw, { raw: { width: pixels, height: pixels, channels: 1 } })
    .withXmp(toXmp(alt))
    .png({ palette: true, colours: 2, compressionLevel: 9 })
    .toBuffer();
  return { bytes, mime: 'image/png', extension: 'png', width: pixels, height: pixels };
}

/** Where dark modules begin in a row, and how many follow. */
function runsOf(row: readonly boolean[]): [x: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
