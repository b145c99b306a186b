import { z } from 'zod';
import type { Addresses, NewSubscriber, Subscriber } from '#libs/catalog';

export const subscriberAnswer = z
  .object({
    id: z.uuid(),
    name: z.string(),
    createdAt: z.iso.datetime(),
    /** When the present address was made. */
    addressAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
    /** The last day, in UTC, on which an app asked for the feed. */
    fetchedOn: z.iso.date().nullable(),
  })
  .meta({ id: 'Subscriber' });
export const subscribersAnswer = z.object({ items: z.array(subscriberAnswer) });
export const newSubscriberAnswer = subscriberAnswer.extend({ feedUrl: z.string() }).meta({ id: 'NewSubscriber' });

export type SubscriberAnswer = z.infer<typeof subscriberAnswer>;
export type NewSubscriberAnswer = z.infer<typeof newSubscriberAnswer>;

export function toSubscriberAnswer(subscriber: Subscriber): SubscriberAnswer {
  const { id, name, createdAt, secretAt, revokedAt, fetchedOn } = subscriber;
  return {
    ...{ id, name, fetchedOn },
    createdAt: createdAt.toISOString(),
    addressAt: secretAt.toISOString(),
    revokedAt: revokedAt && revokedAt.toISOString(),
  };
}

/** The only answer with the address in it. */
export function toNewSubscriberAnswer(
  { subscriber, secret }: NewSubscriber,
  addresses: Addresses,
): NewSubscriberAnswer {
  return { ...toSubscriberAnswer(subscriber), feedUrl: addresses.secretFeed(secret) };
}
