import { z } from 'zod';
import { type Addresses, listenApps, type Show, type ShowPageDesk } from '#libs/catalog';
import { languages } from '#libs/kernel';

const lines = z.array(z.object({ lang: z.string(), text: z.string() }));
const pair = z.object({ en: z.string(), fr: z.string() });

const page = z
  .object({
    promises: lines,
    startWith: z.array(z.string()),
    rhythms: lines,
    apps: z.array(z.object({ app: z.string(), url: z.string() })),
    contact: z.string(),
  })
  .meta({ id: 'ShowPage' });

export const showPageAnswer = z
  .object({
    version: z.int(),
    page,
    host: z.object({
      /** Wished for; empty: none. */
      name: z.string(),
      /** Since when pages are there; null: not yet. */
      activeAt: z.string().nullable(),
      /** What its DNS record leads to. */
      target: z.string(),
    }),
    pageUrl: pair,
    followUrl: pair,
    /** Every app that a link can be stored for, with the hosts of its pages. */
    apps: z.array(z.object({ app: z.string(), name: z.string(), hosts: z.array(z.string()) })),
  })
  .meta({ id: 'ShowPageSettings' });
export type ShowPageAnswer = z.infer<typeof showPageAnswer>;

export function toShowPageAnswer(
  { version, page, host, hostActiveAt }: ShowPageDesk,
  { slug }: Pick<Show, 'slug'>,
  addresses: Addresses,
): ShowPageAnswer {
  const inBoth = (address: (lang: (typeof languages)[number]) => string) => ({ en: address('en'), fr: address('fr') });
  return {
    version,
    page,
    host: {
      name: host ?? '',
      activeAt: hostActiveAt?.toISOString() ?? null,
      target: new URL(addresses.origin).hostname,
    },
    pageUrl: inBoth((lang) => addresses.show(lang, slug)),
    followUrl: inBoth((lang) => addresses.followPage(lang, slug)),
    apps: listenApps.map(({ app, name, hosts }) => ({ app, name, hosts: [...hosts] })),
  };
}
