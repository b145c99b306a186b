/** ffmpeg's name of a container, as the probe found it in the bytes, to the type that a browser is told. */
const types: Record<string, string> = {
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  w64: 'application/octet-stream',
  flac: 'audio/flac',
  ogg: 'audio/ogg',
  aac: 'audio/aac',
  aiff: 'audio/aiff',
  'matroska,webm': 'video/webm',
  'mov,mp4,m4a,3gp,3g2,mj2': 'audio/mp4',
};

/** Never a type from outside: what was not probed is bytes without a meaning (`abuse:A45`). */
export function toSoundType(container: unknown): string {
  return (typeof container === 'string' && types[container]) || 'application/octet-stream';
}
