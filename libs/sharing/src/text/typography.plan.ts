import { isFrench, type Region, typeset } from '#libs/messages';

const noBreak = '\u00a0';
const address = /(https?:\/\/[^\s<>"]+)/;

/**
 * Typography of a region on a whole text, whoever wrote its parts (`ux:K-12`): the spaces before `;` `!` `?` `:` `%`
 * `$` and inside « », hours (`21 h 42`), curved apostrophes. Addresses stay as they are.
 */
export function setTypography(region: Region, text: string): string {
  return text
    .split(address)
    .map((part, index) => (index % 2 ? part : setPart(region, part)))
    .join('');
}

function setPart(region: Region, text: string): string {
  const curved = text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
  if (!isFrench(region)) return curved;
  return typeset(region, curved)
    .replace(/(?<=\d)[ \u00a0\u202f]+\$/g, `${noBreak}$`)
    .replace(/(?<=\d)[ \u00a0\u202f]?h[ \u00a0\u202f]?(?=\d\d?(?!\d))/g, `${noBreak}h${noBreak}`)
    .replace(/(?<=\d)[ \u202f]h(?![\p{L}\d])/gu, `${noBreak}h`);
}
