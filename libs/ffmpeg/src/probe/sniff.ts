/**
 * Says by its first bytes which of ffmpeg's container names a file may have; null when the bytes say
 * nothing. Give it at least the first 512 bytes.
 */
export function sniff(head: Uint8Array): readonly string[] | null {
  return signatures.find(({ matches }) => matches(head))?.formats ?? null;
}

/** Streams of frames that players accept after leading junk, so an unknown start alone does not refuse them. */
const frameStreams = ['mp3', 'aac', 'mpegts'];

/** Does the name that ffprobe gives (a comma list) fit the first bytes? */
export function fits(head: Uint8Array, formatName: string): boolean {
  const expected = sniff(head) ?? frameStreams;
  return formatName.split(',').some((name) => expected.includes(name));
}

interface Signature {
  readonly formats: readonly string[];
  readonly matches: (head: Uint8Array) => boolean;
}

const signatures: readonly Signature[] = [
  { formats: ['wav'], matches: (h) => (at(h, 0, 'RIFF') || at(h, 0, 'RF64') || at(h, 0, 'BW64')) && at(h, 8, 'WAVE') },
  { formats: ['w64'], matches: (h) => at(h, 0, 'riff\x2e\x91\xcf\x11') },
  { formats: ['flac'], matches: (h) => at(h, 0, 'fLaC') },
  { formats: ['ogg'], matches: (h) => at(h, 0, 'OggS') },
  { formats: ['aiff'], matches: (h) => at(h, 0, 'FORM') && (at(h, 8, 'AIFF') || at(h, 8, 'AIFC')) },
  { formats: ['caf'], matches: (h) => at(h, 0, 'caff') },
  { formats: ['amr'], matches: (h) => at(h, 0, '#!AMR') },
  { formats: ['asf'], matches: (h) => at(h, 0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11') },
  { formats: ['matroska', 'webm'], matches: (h) => at(h, 0, '\x1a\x45\xdf\xa3') },
  { formats: ['mov', 'mp4', 'm4a', '3gp', '3g2', 'mj2'], matches: isIsoMedia },
  { formats: ['mp3', 'aac', 'flac'], matches: (h) => at(h, 0, 'ID3') },
  { formats: ['mpegts'], matches: (h) => h[0] === 0x47 && h[188] === 0x47 },
  { formats: ['mp3', 'aac'], matches: (h) => h[0] === 0xff && ((h[1] ?? 0) & 0xe0) === 0xe0 },
];

/** The box types that a QuickTime or MP4 file may begin with. */
function isIsoMedia(head: Uint8Array): boolean {
  return ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot'].some((type) => at(head, 4, type));
}

function at(head: Uint8Array, offset: number, text: string): boolean {
  return [...text].every((letter, index) => head[offset + index] === letter.charCodeAt(0));
}
