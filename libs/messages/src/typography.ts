import { isFrench, type Region } from './region.js';

const noBreak = '\u00a0';
const narrow = '\u202f';

/**
 * Sets the spaces that French typography wants in a text of ours (never in a text of the user's): a no-break
 * space before `:` and `%` and inside « »; before `;` `!` `?` a narrow one in France, none in Québec.
 */
export function typeset(region: Region, text: string): string {
  if (!isFrench(region)) return text;
  const strong = region === 'fr-FR' ? narrow : '';
  return text
    .replace(/«[ \u00a0\u202f]*/g, `«${noBreak}`)
    .replace(/(?<![ \u00a0\u202f])[ \u00a0\u202f]*»/g, `${noBreak}»`)
    .replace(/(?<![ \u00a0\u202f])[ \u00a0\u202f]+:(?=\s|$|\})/g, `${noBreak}:`)
    .replace(/(?<=[\d}])[ \u00a0\u202f]+%/g, `${noBreak}%`)
    .replace(/(?<=[\p{L}\p{N}»)%}])[ \u00a0\u202f]*([;!?])(?=\s|$|[»)}])/gu, `${strong}$1`);
}

/** What is no text for the eye: addresses, tags and character references of HTML. Bounded: no text makes it look twice. */
const untouched =
  /(<[^<>]*>|&#?\w{1,31};|\b(?:https?:\/\/|www\.|mailto:)[^\s<>"]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,9})/;

/**
 * The same for a text that people wrote, plain or HTML, on its way out (`ux:K-12`): whatever spaces they typed, those
 * before `;` `!` `?` `:` `%` `$` and inside « » are the region's, hours are `21 h 42`, apostrophes curved. What is
 * written without spaces on purpose stays (`21:42`, addresses).
 */
export function typesetText(region: Region, text: string): string {
  if (!/[<&@]|https?:|www\.|mailto:/.test(text)) return typesetPart(region, text);
  return text
    .split(untouched)
    .map((part, index) => (index % 2 ? part : typesetPart(region, part)))
    .join('');
}

function typesetPart(region: Region, text: string): string {
  const curved = text.includes("'") ? text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’') : text;
  if (!isFrench(region)) return curved;
  const strong = region === 'fr-FR' ? narrow : '';
  return typeset(region, curved)
    .replace(/(?<=[\p{L}\p{N}»)…’”])[ \u00a0\u202f]*([;!?]+)(?=\s|$|[»)”.,])/gu, `${strong}$1`)
    .replace(/(?<=[\p{L}\p{N}»)%])[ \u00a0\u202f]*:(?=\s|$)/gu, `${noBreak}:`)
    .replace(/(?<=\d)[ \u00a0\u202f]+(?=[%$€])/g, noBreak)
    .replace(/(?<=\d)[ \u00a0\u202f]?h[ \u00a0\u202f]?(?=\d\d?(?!\d))/g, `${noBreak}h${noBreak}`)
    .replace(/(?<=\d)[ \u202f]h(?![\p{L}\d])/gu, `${noBreak}h`);
}

/** “at 9:46 a.m.” ends its sentence by itself. */
export function withOneStop(sentence: string): string {
  return sentence.replace(/([ap]\.\u00a0?m\.)\.(?!\.)/g, '$1');
}
