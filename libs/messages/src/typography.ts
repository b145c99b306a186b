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
    .replace(/[ \u00a0\u202f]*»/g, `${noBreak}»`)
    .replace(/[ \u00a0\u202f]+:(?=\s|$|\})/g, `${noBreak}:`)
    .replace(/(?<=[\d}])[ \u00a0\u202f]+%/g, `${noBreak}%`)
    .replace(/(?<=[\p{L}\p{N}»)%}])[ \u00a0\u202f]*([;!?])(?=\s|$|[»)}])/gu, `${strong}$1`);
}

/** “at 9:46 a.m.” ends its sentence by itself. */
export function withOneStop(sentence: string): string {
  return sentence.replace(/([ap]\.\u00a0?m\.)\.(?!\.)/g, '$1');
}
