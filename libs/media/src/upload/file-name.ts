import { cleanLine, cutBytes } from '#libs/kernel';

/** Marks that turn the direction of writing and make `exe.mp3` of `3pm.exe` (`abuse:A22`). */
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * The name of a file on the producer's machine as text to show: its last part, without control or direction
 * marks, at most 200 bytes. It never becomes a path (`abuse:A04`).
 */
export function toShownFileName(name: string): string {
  const last = cleanLine(name.replace(directionMarks, '')).split(/[/\\]/).at(-1)!.trim();
  if (new TextEncoder().encode(last).length <= 200) return last || 'recording';
  const extension = /\.[a-z0-9]{1,5}$/i.exec(last)?.[0] ?? '';
  return cutBytes(last.slice(0, last.length - extension.length), 200 - extension.length) + extension;
}
