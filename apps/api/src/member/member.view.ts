import { z } from 'zod';
import { roles } from '#libs/kernel';

/** Who works on a show, and who was invited to. */
export const membersAnswer = z
  .object({
    items: z.array(
      z.object({ userId: z.uuid(), name: z.string(), email: z.string(), role: z.enum(roles) }).meta({ id: 'Member' }),
    ),
    invitations: z.array(
      z
        .object({ id: z.uuid(), email: z.string(), role: z.enum(roles), expiresAt: z.iso.datetime() })
        .meta({ id: 'Invitation' }),
    ),
  })
  .meta({ id: 'Members' });
export type Members = z.infer<typeof membersAnswer>;
