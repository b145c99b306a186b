import type { SearchConfig } from './passage.entity.js';

const accented = 'àáâãäåāąçćčďèéêëēęěìíîïīłñńňòóôõöøōřśšťùúûüūůýÿźžż';
const bare = 'aaaaaaaacccdeeeeeeeiiiiilnnnooooooorsstuuuuuuyyzzz';

/** Letters without their accents, in lower case. */
export function fold(text: string): string {
  return openLigatures(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** œ is written as o and e by half of its writers; everything else stays. */
export function openLigatures(text: string): string {
  return text.normalize('NFC').replace(/[œŒ]/g, 'oe').replace(/[æÆ]/g, 'ae').replace(/[’ʼ]/g, "'");
}

/** The dictionary for a language tag. */
export function configOf(lang: string): SearchConfig {
  const base = lang.toLowerCase().split('-')[0];
  return base === 'fr' ? 'french' : base === 'en' ? 'english' : 'simple';
}

/** A tsvector's or tsquery's stems without their accents, in SQL. */
export function bareSql(words: string): string {
  return `translate((${words})::text, '${accented}', '${bare}')`;
}

/**
 * The words of a text in SQL: its stems without accents, and the stems of the text without accents, at the same places.
 * The dictionaries know accents (*développée* → *développ*) and readers leave them out, so both forms are kept and asked
 * for. No extension of Postgres is needed for it.
 */
export function wordsSql(config: string, text: string, folded: string): string {
  return `(${bareSql(`to_tsvector(${config}::regconfig, ${text})`)} || ' ' || to_tsvector(${config}::regconfig, ${folded})::text)::tsvector`;
}
