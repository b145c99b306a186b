export interface Id3Chapter {
  id: string;
  startMs: number;
  endMs: number;
  title: string;
}

/** The chapters of an ID3v2.3 or 2.4 tag at the head of a file (Chapter Frame Addendum 1.0); undefined without a tag. */
export function readId3Chapters(bytes: Buffer): { hasList: boolean; chapters: Id3Chapter[] } | undefined {
  if (bytes.toString('latin1', 0, 3) !== 'ID3') return undefined;
  const version = bytes[3]!;
  const frames = readFrames(bytes.subarray(10, 10 + readSynchsafe(bytes, 6)), version);
  return {
    hasList: frames.some(({ name }) => name === 'CTOC'),
    chapters: frames.filter(({ name }) => name === 'CHAP').map(({ body }) => readChapter(body, version)),
  };
}

interface Frame {
  name: string;
  body: Buffer;
}

function readFrames(bytes: Buffer, version: number): Frame[] {
  const frames: Frame[] = [];
  for (let at = 0; at + 10 <= bytes.length && bytes[at] !== 0;) {
    const length = version === 4 ? readSynchsafe(bytes, at + 4) : bytes.readUInt32BE(at + 4);
    frames.push({ name: bytes.toString('latin1', at, at + 4), body: bytes.subarray(at + 10, at + 10 + length) });
    at += 10 + length;
  }
  return frames;
}

function readChapter(body: Buffer, version: number): Id3Chapter {
  const end = body.indexOf(0);
  const frames = readFrames(body.subarray(end + 17), version);
  const title = frames.find(({ name }) => name === 'TIT2');
  return {
    id: body.toString('latin1', 0, end),
    startMs: body.readUInt32BE(end + 1),
    endMs: body.readUInt32BE(end + 5),
    title: title ? readText(title.body) : '',
  };
}

function readText(body: Buffer): string {
  const text = body.subarray(1);
  const isBig = body[0] === 2 || (text[0] === 0xfe && text[1] === 0xff);
  const decoded =
    body[0] === 0
      ? text.toString('latin1')
      : body[0] === 3
        ? text.toString('utf8')
        : new TextDecoder(isBig ? 'utf-16be' : 'utf-16le').decode(text);
  return decoded.replace(/^\ufeff/, '').replace(/\0+$/, '');
}

function readSynchsafe(bytes: Buffer, at: number): number {
  return bytes.subarray(at, at + 4).reduce((sum, byte) => (sum << 7) | (byte & 0x7f), 0);
}
