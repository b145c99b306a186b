import { announce, notify } from '#libs/database';
import { type Actor, newId } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { GuestLinkEvent, type GuestEventKind } from './guest-link-event.entity.js';
import { GuestLink } from './guest-link.entity.js';
import { type GuestStep, nextGuestState } from './guest-life.state.js';

/** Something happened on a guest's link: the fact's name. */
export const guestLinkChanged = 'guest-link.changed';

export interface GuestLinkFact {
  linkId: string;
}

export interface GuestHappening {
  actor: Actor;
  at: Date;
  what: GuestEventKind;
  detail?: Record<string, unknown>;
}

/** Keeps, inside the caller's transaction, that something happened on a link (`ux:K-02`). */
export async function logGuestEvent(
  manager: EntityManager,
  linkId: string,
  { actor, at, what, detail = {} }: GuestHappening,
): Promise<void> {
  const row = { id: newId(), linkId, at, actor: kindOf(actor), userId: actor.kind === 'user' ? actor.userId : null };
  await manager.insert(GuestLinkEvent, { ...row, what, detail: detail as never });
  await announce(manager, guestLinkChanged, { linkId });
  await notify(manager, 'estrade_guest_links', { linkId });
}

/**
 * Takes a step of a link's life, inside the caller's transaction, and keeps it in the history. A step that means
 * nothing in the present state changes nothing. The row is locked, so that two steps come one after the other.
 */
export async function stepGuestLink(
  manager: EntityManager,
  linkId: string,
  step: GuestStep,
  by: Pick<GuestHappening, 'actor' | 'at' | 'detail'>,
): Promise<void> {
  const link = await manager.findOne(GuestLink, { where: { id: linkId }, lock: { mode: 'pessimistic_write' } });
  const to = link && nextGuestState(link.state, step);
  if (!to) return;
  await manager.update(GuestLink, { id: linkId }, { state: to, stateAt: by.at });
  await logGuestEvent(manager, linkId, { ...by, what: 'state', detail: { ...by.detail, from: link.state, to } });
}

function kindOf(actor: Actor): GuestLinkEvent['actor'] {
  if (actor.kind === 'guest') return actor.role;
  return actor.kind === 'user' ? 'user' : 'system';
}
