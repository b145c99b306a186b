import { z } from 'zod';
import type { Addresses, EpisodeState, Show } from '#libs/catalog';
import { type Actor, hasRole, type Role, roles } from '#libs/kernel';
import { pictureAnswer, toPicture } from '../http/picture.js';

export const showAnswer = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    language: z.string(),
    category: z.string(),
    subcategory: z.string(),
    explicit: z.boolean(),
    type: z.enum(['episodic', 'serial']),
    author: z.string(),
    ownerEmail: z.string(),
    timeZone: z.string(),
    copyright: z.string(),
    locked: z.boolean(),
    podcastGuid: z.uuid().nullable(),
    accent: z.string(),
    hostIds: z.array(z.uuid()),
    texts: z.array(z.object({ lang: z.string(), title: z.string(), description: z.string() })),
    cover: pictureAnswer.nullable(),
    version: z.int(),
    counts: z.object({ draft: z.int(), scheduled: z.int(), published: z.int(), withdrawn: z.int() }),
    feedUrl: z.string(),
    pageUrl: z.object({ en: z.string(), fr: z.string() }),
    /** The asker's role; null for the instance's owner without one. */
    role: z.enum(roles).nullable(),
    deletedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Show' });
export type ShowAnswer = z.infer<typeof showAnswer>;
export const showsAnswer = z.object({ items: z.array(showAnswer) });

export function toShowAnswer(
  show: Show,
  actor: Actor,
  counts: Partial<Record<EpisodeState, number>> | undefined,
  addresses: Addresses,
): ShowAnswer {
  const { id, slug, language, category, subcategory, explicit, type, author, ownerEmail, timeZone, copyright } = show;
  const { locked, podcastGuid, accent, hostIds, version } = show;
  return {
    ...{ id, slug, language, category, subcategory, explicit, type, author, ownerEmail, timeZone, copyright },
    ...{ locked, podcastGuid, accent, hostIds, version },
    texts: show.texts.map(({ lang, title, description }) => ({ lang, title, description })),
    cover: toPicture(addresses, show.coverKey, show.coverWidth),
    counts: { draft: 0, scheduled: 0, published: 0, withdrawn: 0, ...counts },
    feedUrl: addresses.showFeed(slug),
    pageUrl: { en: addresses.show('en', slug), fr: addresses.show('fr', slug) },
    role: roleOf(actor, id),
    deletedAt: show.deletedAt?.toISOString() ?? null,
  };
}

function roleOf(actor: Actor, showId: string): Role | null {
  if (actor.kind !== 'user' || !hasRole(actor, showId, roles)) return null;
  return actor.roles[showId] ?? null;
}
