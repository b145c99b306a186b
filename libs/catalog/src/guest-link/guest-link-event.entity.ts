import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { GuestLink } from './guest-link.entity.js';

/** Everything that may stand in the history of a link; `state` tells of a step of its life. */
export const guestEvents = [
  'made',
  'state',
  'opened',
  'mail',
  'profile',
  'photo',
  'appearance',
  'consent',
  'correction',
  'answer',
  'rotated',
  'team',
  'code',
  'settings',
  'sent',
] as const;
export type GuestEventKind = (typeof guestEvents)[number];

/** One thing that happened between a guest and an appearance: when, by whom, and what was shown (`ux:K-02`). Never changed. */
@Entity('guest_link_events')
@Index(['linkId', 'at'])
@Check('ck_guest_link_events_actor', `actor in ('guest', 'team', 'user', 'system')`)
export class GuestLinkEvent {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => GuestLink, { onDelete: 'CASCADE' })
  @Column('uuid')
  linkId: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  actor: 'guest' | 'team' | 'user' | 'system';

  @Column('uuid', { nullable: true })
  userId: string | null;

  @Column('text')
  what: GuestEventKind;

  /** Facts only, never a secret, a code or an address: `{ to: 'approved' }`, `{ fields: ['name'] }`, `{ mail: 'kit' }`. */
  @Column('jsonb', { default: {} })
  detail: Record<string, unknown>;
}
