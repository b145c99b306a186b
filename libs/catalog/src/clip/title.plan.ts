import { cleanLine } from '#libs/kernel';

const most = 90;
/** What ends within a title's length and is long enough to say something. */
const firstSentence = /^.{18,88}?[.?!](?=\s)/u;

/** Words short enough for a title: the first sentence, where that is; else cut at a word, with an ellipsis. */
export function toTitle(text: string): string {
  const line = cleanLine(text);
  if (line.length <= most) return line;
  const [sentence] = firstSentence.exec(line) ?? [];
  if (sentence) return sentence.replace(/\.$/, '').trim();
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\s,;:–-]+$/, '')}…`;
}
