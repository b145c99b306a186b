import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en/catalogue.js';
import { fr } from './fr/catalogue.js';
import { overlays, withRegionalWords } from './overlay.js';
import { isFrench, type Region } from './region.js';
import { typeset, withOneStop } from './typography.js';

/** Every key there is; one that does not exist is a type error. */
export type Key = keyof typeof en;
export type Params = Record<string, string | number>;
/** A translator for one region. */
export type Translate = (key: Key, params?: Params) => string;

const compiled = new Map<string, IntlMessageFormat | string>();

/** The message of a key in a region, with its ICU parameters filled in. A key that is missing shows as itself. */
export function t(region: Region, key: Key, params?: Params): string {
  const cacheKey = `${region} ${key}`;
  let message = compiled.get(cacheKey);
  if (message === undefined) {
    message = compile(region, rawMessage(region, key));
    compiled.set(cacheKey, message);
  }
  return typeof message === 'string' ? message : withOneStop(String(message.format(params)));
}

/** `t` with the region filled in: what a page or a component takes. */
export function translator(region: Region): Translate {
  return (key, params) => t(region, key, params);
}

/** Whether a string from elsewhere (an error's code, a finding's) has a message: `isKey('error.' + code)`. */
export function isKey(key: string): key is Key {
  return Object.hasOwn(en, key);
}

function rawMessage(region: Region, key: Key): string {
  const base: Partial<Record<Key, string>> = isFrench(region) ? fr : en;
  return typeset(region, overlays[region]?.[key] ?? withRegionalWords(region, base[key] ?? en[key] ?? key));
}

function compile(region: Region, raw: string): IntlMessageFormat | string {
  return /[{'<]/.test(raw) ? new IntlMessageFormat(raw, region, undefined, { ignoreTag: true }) : raw;
}
