import { z } from 'zod';
import type { Invitation, Member } from '#libs/accounts';
import { roles } from '#libs/kernel';

/** Who works on a show, and who was invited to and has not answered yet. */
export const membersAnswer = z
  .object({
    items: z.array(
      z
        .object({
          state: z.enum(['member', 'invited']),
          /** Null for somebody who was invited; then `invitationId` is set. */
          userId: z.uuid().nullable(),
          invitationId: z.uuid().nullable(),
          name: z.string(),
          email: z.string(),
          role: z.enum(roles),
        })
        .meta({ id: 'Member' }),
    ),
  })
  .meta({ id: 'Members' });
export type Members = z.infer<typeof membersAnswer>;

export function toMembers(members: readonly Member[], invitations: readonly Invitation[]): Members {
  return {
    items: [
      ...members.map((member) => ({ state: 'member' as const, invitationId: null, ...member })),
      ...invitations.map(({ id, email, role }) => ({
        state: 'invited' as const,
        userId: null,
        invitationId: id,
        name: '',
        email,
        role,
      })),
    ],
  };
}
