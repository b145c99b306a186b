import { z } from 'zod';
import type { Addresses, Event } from '#libs/catalog';

export const eventAnswer = z
  .object({
    id: z.uuid(),
    showId: z.uuid(),
    slug: z.string(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    timeZone: z.string(),
    place: z.string(),
    texts: z.array(z.object({ lang: z.string(), name: z.string(), description: z.string() })),
    version: z.int(),
    feedUrl: z.string(),
    pageUrl: z.object({ en: z.string(), fr: z.string() }),
  })
  .meta({ id: 'Event' });
export type EventAnswer = z.infer<typeof eventAnswer>;
export const eventsAnswer = z.object({ items: z.array(eventAnswer) });

export function toEventAnswer(event: Event, addresses: Addresses): EventAnswer {
  const { id, showId, slug, startsOn, endsOn, timeZone, place, version } = event;
  return {
    ...{ id, showId, slug, startsOn, endsOn, timeZone, place, version },
    texts: event.texts.map(({ lang, name, description }) => ({ lang, name, description })),
    feedUrl: addresses.eventFeed(slug),
    pageUrl: { en: addresses.event('en', slug), fr: addresses.event('fr', slug) },
  };
}
