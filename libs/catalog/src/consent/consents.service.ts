import { announce } from '#libs/database';
import { type Actor, type Clock, type GuestActor, newId, type Region } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { announceHighlights } from '../clip/highlights.facts.js';
import { Episode } from '../episode/episode.entity.js';
import { logGuestEvent, stepGuestLink } from '../guest-link/guest-link-log.js';
import { type ConsentUse, consentUses, GuestLink } from '../guest-link/guest-link.entity.js';
import { requireGuest } from '../guest-link/guest-link.policy.js';
import { writeGuestLetter } from '../guest-link/guest-letter.job.js';
import { type ConsentProof, ConsentReceipt } from './consent-receipt.entity.js';

/** All answers at once, with the words that stood beside the switches. */
export interface ConsentForm {
  consents: Record<ConsentUse, boolean>;
  locale: Region;
  words: string;
}

/** What guests agree to, and take back: each time a receipt, in the row and by mail (`ux:G-03`). */
export class ConsentsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** By the guest, who has brought the right code. Takes effect at once, on what is published too. */
  async save(actor: GuestActor, form: ConsentForm): Promise<void> {
    requireGuest(actor, actor.linkId);
    await this.db.transaction((manager) =>
      saveConsents(manager, actor, actor.linkId, form, { proof: 'code', at: this.clock.now() }),
    );
  }

  /** Newest first. */
  async receipts(linkId: string): Promise<ConsentReceipt[]> {
    return this.db
      .getRepository(ConsentReceipt)
      .find({ where: { linkId }, order: { at: 'DESC', id: 'DESC' }, take: 50 });
  }
}

/**
 * Writes answers, receipt and history inside the caller's transaction. Without `publish` the guest has withdrawn; with
 * it again they have come back. What may be shown is told anew. The same answers again are no new receipt.
 */
export async function saveConsents(
  manager: EntityManager,
  actor: Actor,
  linkId: string,
  { consents, locale, words }: ConsentForm,
  { proof, at }: { proof: ConsentProof; at: Date },
): Promise<void> {
  const link = await manager.findOneOrFail(GuestLink, { where: { id: linkId }, lock: { mode: 'pessimistic_write' } });
  const changed = consentUses.filter((use) => link.consents[use] !== consents[use]);
  if (changed.length === 0) return;
  await manager.update(GuestLink, { id: linkId }, { consents });
  const id = newId();
  const userId = actor.kind === 'user' ? actor.userId : null;
  await manager.insert(ConsentReceipt, { id, linkId, at, consents, changed, locale, words, proof, userId });
  await logGuestEvent(manager, linkId, { actor, at, what: 'consent', detail: { changed, consents } });
  const isBack = link.state === 'withdrawn' && consents.publish;
  const isFilled = link.state === 'invited' && consents.publish;
  const step = !consents.publish ? 'withdraw' : isBack ? 'reopen' : isFilled ? 'fill' : undefined;
  if (step) await stepGuestLink(manager, linkId, step, { actor, at });
  await announceHighlights(manager, await manager.findOneByOrFail(Episode, { id: link.episodeId }));
  if (link.email) await announce(manager, writeGuestLetter.name, { kind: 'receipt', id, at: at.getTime() });
}
