import { inflateSync } from 'node:zlib';

/** What the bytes of a JPEG or PNG say of themselves, read without the product's own library. */
export interface Picture {
  type: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
  isRgb: boolean;
  hasAlpha: boolean;
  /** Dots an inch, where it says them. */
  density?: number;
  /** Of the embedded profile, where there is one. */
  profile?: string;
}

/** Undefined for anything but a whole JPEG or PNG header. */
export function readPicture(bytes: Buffer): Picture | undefined {
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return readPng(bytes);
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? readJpeg(bytes) : undefined;
}

function readPng(bytes: Buffer): Picture {
  const colour = bytes[25]!;
  const picture: Picture = {
    type: 'image/png',
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    isRgb: colour === 2 || colour === 6,
    hasAlpha: colour === 4 || colour === 6,
  };
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (name === 'sRGB') picture.profile = 'sRGB';
    if (name === 'iCCP')
      picture.profile = nameProfile(readIccp(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at))));
    if (name === 'pHYs' && bytes[at + 16] === 1) picture.density = Math.round(bytes.readUInt32BE(at + 8) * 0.0254);
    if (name === 'IDAT') break;
  }
  return picture;
}

function readJpeg(bytes: Buffer): Picture | undefined {
  let density: number | undefined;
  let profile: string | undefined;
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!;
    const body = bytes.subarray(at + 4, at + 2 + bytes.readUInt16BE(at + 2));
    if (marker === 0xe0 && body.toString('latin1', 0, 4) === 'JFIF') {
      if (body[7] === 1) density = body.readUInt16BE(8);
    }
    if (marker === 0xe2 && body.toString('latin1', 0, 11) === 'ICC_PROFILE') {
      profile = nameProfile(body);
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (!isFrame) continue;
    const [height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)];
    return { type: 'image/jpeg', width, height, isRgb: body[5] === 3, hasAlpha: false, density, profile };
  }
  return undefined;
}

/** A profile says its name in ASCII or in UTF-16. */
function nameProfile(bytes: Buffer): string {
  return bytes.includes('sRGB') || bytes.includes(Buffer.from('sRGB', 'utf16le').swap16()) ? 'sRGB' : 'another';
}

/** A name of its own, the kind of compression, then the profile. */
function readIccp(chunk: Buffer): Buffer {
  return inflateSync(chunk.subarray(chunk.indexOf(0) + 2));
}
