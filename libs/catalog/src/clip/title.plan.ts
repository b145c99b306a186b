import { cleanLine } from '#libs/kernel';

const most = 90;

/** A sentence short enough for a title: cut at a word, with an ellipsis. */
export function toTitle(text: string): string {
  const line = cleanLine(text);
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\s,;:–-]+$/, '')}…`;
}
