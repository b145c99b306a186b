import { z } from 'zod';
import type { Identity } from '#libs/accounts';
import { regions, roles } from '#libs/kernel';

/** Who is signed in, as the API answers it. */
export const meAnswer = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    locale: z.enum(regions),
    timeZone: z.string(),
    isInstanceOwner: z.boolean(),
    /** Show id → role. The instance's owner has every role in every show, listed or not. */
    roles: z.record(z.string(), z.enum(roles)),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof meAnswer>;

export function toMe({ user, actor }: Pick<Identity, 'user' | 'actor'>): Me {
  const { id, email, name, locale, timeZone } = user;
  return {
    id,
    email,
    name,
    locale: locale as Me['locale'],
    timeZone,
    isInstanceOwner: actor.isInstanceOwner,
    roles: actor.roles,
  };
}
