import { furnish, type Furniture } from './furniture.js';
import { openStage, type Stage } from './stage.js';

export type Lang = 'en' | 'fr';

/** A stage on which every template of the public side has something to show. */
export interface WholeSite extends Stage {
  furniture: Furniture;
}

export async function openWholeSite(): Promise<WholeSite> {
  const stage = await openStage();
  return { ...stage, furniture: await furnish(stage) };
}

type PathOf = (site: WholeSite, lang: Lang) => string;

const below =
  (path: string | ((site: WholeSite) => string)): PathOf =>
  (site, lang) =>
    `/${lang}${typeof path === 'string' ? path : path(site)}`;
const behind =
  (which: 'asked' | 'out', part: string): PathOf =>
  ({ furniture }, lang) =>
    `/i/${furniture.secrets[which]}${part}?lang=${lang}`;

/** Every template that anybody may open, by its name. */
export const publicTemplates: Record<string, PathOf> = {
  home: below(''),
  show: below(({ paths }) => paths.show),
  'ways to follow': below(({ paths }) => `${paths.show}/follow`),
  episode: below(({ paths }) => paths.episode),
  talk: below(({ paths }) => paths.talk),
  teaser: below(({ furniture }) => furniture.coming.path),
  guest: below(({ paths }) => paths.guest),
  tag: below('/t/mesure'),
  event: below(({ paths }) => paths.event),
  'search without a question': below('/search'),
  'search with hits': below('/search?q=date'),
  'search without hits': below('/search?q=introuvable'),
  embed: ({ paths }, lang) => `${paths.embed}?lang=${lang}`,
  'embed before the release': ({ furniture }, lang) => `/embed/${furniture.coming.id}?lang=${lang}`,
  'embed of nothing': ({ episodeId }, lang) => `/embed/${episodeId.replace(/.{4}$/, '0000')}?lang=${lang}`,
  'choice of feeds': below('/f'),
  legal: below('/legal'),
  privacy: below('/privacy'),
  contact: below('/contact'),
  offline: below('/offline'),
  'nothing here': below('/nowhere/at-all'),
  'nothing here, in no language': () => '/nowhere/at-all',
  'not any more': below(({ furniture }) => furniture.gone),
  'withdrawn by law': below(({ furniture }) => furniture.forbidden),
};

/** Every template that a secret opens. */
export const secretTemplates: Record<string, PathOf> = {
  'confirm following': ({ furniture }, lang) => `/follow/${furniture.followers[lang]}/confirm`,
  'stop following': ({ furniture }, lang) => `/follow/${furniture.followers[lang]}/stop`,
  'follow link that has ended': () => `/follow/${'0'.repeat(40)}/stop`,
  'kit before the release': behind('asked', ''),
  'kit after the release': behind('out', ''),
  'kit for a blog': (site, lang) => `${behind('out', '')(site, lang)}&for=blog`,
  review: behind('asked', '/review'),
  'review of nothing': behind('out', '/review'),
  'the guest’s own data': behind('asked', '/me'),
  'guest link that has ended': (_, lang) => `/i/${'f'.repeat(40)}?lang=${lang}`,
};
