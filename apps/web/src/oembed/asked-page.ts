import type { Addresses, ParentSlug } from '#libs/catalog';
import { isId, isLanguage, type Language, languages } from '#libs/kernel';
import { type AskedMoment, readMoment } from '../episode/asked-moment.js';

/** An episode's or talk's page, or its player, as somebody pasted the address; with the moment that it names. */
export interface AskedPage {
  lang: Language | undefined;
  of: { id: string } | { parent: ParentSlug; slug: string };
  moment?: AskedMoment;
}

const longest = 2_000;

/** Reads the `url` of an oEmbed question; undefined for everything that is no page of this instance. */
export function readAskedPage(url: unknown, addresses: Addresses): AskedPage | undefined {
  if (typeof url !== 'string' || url.length > longest || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  const isOurs = parsed.host === new URL(addresses.origin).host || addresses.hosts.at(parsed.hostname) !== undefined;
  if (!isOurs || !/^https?:$/.test(parsed.protocol)) return undefined;
  const moment = readMoment(Object.fromEntries(parsed.searchParams)) ?? readMoment(fragmentOf(parsed.hash));
  const found = readPath(parsed.pathname.toLowerCase().replace(/(?<=.)\/$/, ''), parsed.searchParams.get('lang'));
  return found && { ...found, ...(moment && { moment }) };
}

function readPath(path: string, asked: string | null): AskedPage | undefined {
  const [first, second, third, fourth, ...rest] = path.slice(1).split('/');
  if (rest.length > 0) return undefined;
  if (first === 'embed' && second && !third && isId(second)) {
    return { lang: languages.find((lang) => asked?.toLowerCase().startsWith(lang)), of: { id: second } };
  }
  if (!isLanguage(first) || !second || !third) return undefined;
  if (second === 'e') return fourth ? { lang: first, of: { parent: { event: third }, slug: fourth } } : undefined;
  return fourth ? undefined : { lang: first, of: { parent: { show: second }, slug: third } };
}

/** `#t=600`, as some players write it. */
function fragmentOf(hash: string): { t?: string } {
  const t = /^#t=([\d:.hms,]{1,40})$/.exec(hash)?.[1];
  return t === undefined ? {} : { t };
}
