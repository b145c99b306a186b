export type Refusal = 'empty' | 'not-sound' | 'too-large';

/** Each in words with `name` and `most`. */
export const refusals = {
  empty: 'studio.upload.refuse.empty',
  'not-sound': 'studio.upload.refuse.notSound',
  'too-large': 'studio.upload.refuse.tooLarge',
} as const;

/** Refusals that need no upload to be known; everything else is for the server's probe to say. */
export function refuse(file: File, mostBytes: number): Refusal | null {
  if (file.size === 0) return 'empty';
  if (mostBytes > 0 && file.size > mostBytes) return 'too-large';
  return /^(image|text|font)\/|^application\/(pdf|zip|json|msword|vnd\.)/.test(file.type) ? 'not-sound' : null;
}
