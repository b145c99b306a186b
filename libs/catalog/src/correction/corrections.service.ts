import { announce, notify } from '#libs/database';
import { type Actor, cleanText, type Clock, type GuestActor, Invalid, newId, NotFound, TooMany } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { saveConsents } from '../consent/consents.service.js';
import { requirePublishEpisode } from '../episode/episode.policy.js';
import { lockEpisode } from '../episode/episode-rows.js';
import { logGuestEvent } from '../guest-link/guest-link-log.js';
import { GuestLink } from '../guest-link/guest-link.entity.js';
import { requireGuest, requireSeeGuestLinks } from '../guest-link/guest-link.policy.js';
import { writeGuestLetter } from '../guest-link/guest-letter.job.js';
import { changeReleased } from './apply-appearance.js';
import { Correction } from './correction.entity.js';
import { type CorrectionBody, findCorrectionProblems, toAppearancePatch } from './correction.plan.js';
import { consentWords } from '../consent/consent-words.js';

/** What a producer says of a correction. */
export interface CorrectionDecision {
  isAccepted: boolean;
  /** To the guest. */
  answer?: string;
  /** Whether the page says so, dated; of an accepted one only. */
  isNoted?: boolean;
  notes?: { lang: string; text: string }[];
}

/** More than a person asks for; a program is stopped. */
const mostOpen = 20;

/** What guests ask to be put right, and what became of it (`ux:G-11`, `ux:K-25`). */
export class CorrectionsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A further one of title and employer, or of consents, takes the place of the one that is open. @throws Invalid, TooMany. */
  async ask(actor: GuestActor, body: CorrectionBody): Promise<string> {
    requireGuest(actor, actor.linkId);
    const problems = findCorrectionProblems(body);
    if (problems.length) throw new Invalid(problems);
    const { linkId, episodeId, personId } = actor;
    const { kind } = body;
    const at = this.clock.now();
    return this.db.transaction(async (manager) => {
      await manager.findOne(GuestLink, { where: { id: linkId }, lock: { mode: 'pessimistic_write' } });
      if (kind !== 'moment') await manager.delete(Correction, { linkId, kind, state: 'open' });
      if ((await manager.countBy(Correction, { linkId, state: 'open' })) >= mostOpen) throw new TooMany(86_400);
      const id = newId();
      await manager.insert(Correction, { id, linkId, episodeId, personId, kind, body: body as never, askedAt: at });
      await logGuestEvent(manager, linkId, { actor, at, what: 'correction', detail: { kind, id } });
      return id;
    });
  }

  /** Open ones first, then newest first. */
  async ofEpisode(actor: Actor, showId: string, episodeId: string): Promise<Correction[]> {
    requireSeeGuestLinks(actor, showId);
    const found = await this.db
      .getRepository(Correction)
      .createQueryBuilder('c')
      .innerJoin('episodes', 'e', 'e.id = c.episodeId')
      .where('c.episodeId = :episodeId and e.show_id = :showId', { episodeId, showId })
      .orderBy('c.askedAt', 'DESC')
      .take(200)
      .getMany();
    return [...found.filter(({ state }) => state === 'open'), ...found.filter(({ state }) => state !== 'open')];
  }

  async ofLink(linkId: string): Promise<Correction[]> {
    return this.db.getRepository(Correction).find({ where: { linkId }, order: { askedAt: 'DESC' }, take: 50 });
  }

  /**
   * Accepting title and employer puts them on what is released at once, without anything else that waits for *Update*;
   * accepting consents saves them as the guest's. A passage of the sound is the producer's own work. The guest is told.
   */
  async decide(actor: Actor, showId: string, id: string, decision: CorrectionDecision): Promise<void> {
    requirePublishEpisode(actor, showId);
    const at = this.clock.now();
    await this.db.transaction(async (manager) => {
      const correction = await lockOpen(manager, showId, id);
      const { linkId, kind } = correction;
      const { isAccepted } = decision;
      if (isAccepted) await apply(manager, actor, showId, correction, at);
      await manager.update(
        Correction,
        { id },
        {
          ...{ state: isAccepted ? 'accepted' : 'refused', decidedAt: at },
          ...{ decidedBy: actor.kind === 'user' ? actor.userId : null, answer: cleanText(decision.answer ?? '') },
          ...(isAccepted && kind !== 'consent' && { isNoted: decision.isNoted ?? kind === 'affiliation' }),
          ...(isAccepted && { notes: (decision.notes ?? []).filter(({ text }) => text.trim() !== '') as never }),
        },
      );
      await logGuestEvent(manager, linkId, { actor, at, what: 'correction', detail: { kind, id, isAccepted } });
      await announce(manager, writeGuestLetter.name, { kind: 'decision', id, at: at.getTime() });
      if (isAccepted) await notify(manager, 'estrade_pages', { showId });
    });
  }
}

async function lockOpen(manager: EntityManager, showId: string, id: string): Promise<Correction> {
  const found = await manager.findOneBy(Correction, { id });
  if (!found) throw new NotFound('This correction');
  await lockEpisode(manager, showId, found.episodeId);
  const open = await manager.findOneBy(Correction, { id, state: 'open' });
  if (!open) throw new NotFound('This open correction');
  return open;
}

async function apply(
  manager: EntityManager,
  actor: Actor,
  showId: string,
  { episodeId, personId, linkId, body }: Correction,
  at: Date,
): Promise<void> {
  if (body.kind === 'affiliation') {
    await changeReleased(manager, actor, { showId, episodeId, personId }, toAppearancePatch(body.after));
  }
  if (body.kind === 'consent') {
    const { locale } = await manager.findOneByOrFail(GuestLink, { id: linkId });
    const form = { consents: body.after, locale, words: consentWords(locale) };
    await saveConsents(manager, actor, linkId, form, { proof: 'producer', at });
  }
}
