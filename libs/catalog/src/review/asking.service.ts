import { type Actor, type Clock, Invalid } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { whoMustAgree } from '../clip/clip.state.js';
import { Clip } from '../clip/clip.entity.js';
import { lockWorkspace, readReviewRules, readWorkspace, type Workspace } from '../clip/workspace.js';
import { requireEditEpisode } from '../episode/episode.policy.js';
import { stepGuestLink } from '../guest-link/guest-link-log.js';
import { GuestLink } from '../guest-link/guest-link.entity.js';
import type { GuestLinks } from '../guest-link/guest-links.service.js';
import { Quote } from '../quote/quote.entity.js';
import { dropNew, isToAsk, toQuoteStanding } from '../quote/quote.state.js';
import { requireChangeShow, requireSeeShow } from '../show/show.policy.js';
import { Show } from '../show/show.entity.js';
import { loadShow } from '../show/shows.service.js';
import { reviewHours, type ReviewRules } from './review-rules.js';
import { readWanted, type ReviewItems } from './review-rows.js';
import { announceReview } from './review.facts.js';

/** Who was asked about how much. */
export interface Asked {
  personId: string;
  linkId: string;
  clips: number;
  quotes: number;
  deadlineAt: Date;
}

/** Asks guests for their agreement, and keeps a show's rules for it. */
export class AskingService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly links: GuestLinks,
  ) {}

  /**
   * Sends what is picked, and wordings that are new, to those who said it, each with the show's deadline from now; each
   * person has one link, made where there was none (`ux:K-21`). What is asked for already is not asked again. Nobody to ask: an empty list.
   */
  async ask(actor: Actor, showId: string, episodeId: string): Promise<Asked[]> {
    requireEditEpisode(actor, showId);
    const space = await readWorkspace(this.db, showId, episodeId);
    if (space.rules.approval === 'none') return [];
    const people = whomToAsk(await readWanted(this.db, episodeId), space);
    const links: GuestLink[] = [];
    for (const personId of people) links.push(await this.links.ensure(actor, showId, episodeId, personId));
    return this.db.transaction(async (manager) => {
      const locked = await lockWorkspace(manager, showId, episodeId);
      const picked = await this.mark(manager, episodeId);
      const asked: Asked[] = [];
      for (const link of links) asked.push(...(await this.askOne(manager, actor, link, picked, locked)));
      return asked;
    });
  }

  async rules(actor: Actor, showId: string): Promise<ReviewRules> {
    requireSeeShow(actor, showId);
    await loadShow(this.db.manager, showId);
    return readReviewRules(this.db, showId);
  }

  /** They hold for what is asked from now on. @throws Invalid for hours beyond reason. */
  async saveRules(actor: Actor, showId: string, rules: ReviewRules): Promise<ReviewRules> {
    requireChangeShow(actor, showId);
    await loadShow(this.db.manager, showId);
    const { min, max } = reviewHours;
    if (rules.hours < min || rules.hours > max) {
      throw new Invalid([{ path: 'hours', message: 'error.field.review.hours', params: { min, max } }]);
    }
    await this.db.getRepository(Show).update({ id: showId }, { review: rules });
    return rules;
  }

  /** What was picked is with its people from now on; gives it. */
  private async mark(manager: EntityManager, episodeId: string): Promise<ReviewItems> {
    const { clips, quotes } = await readWanted(manager, episodeId);
    const picked = { clips: clips.filter(isPicked), quotes: quotes.filter(isToAsk) };
    const askedAt = this.clock.now();
    for (const { id } of picked.clips) await manager.update(Clip, { id }, { state: 'asked', askedAt });
    for (const quote of picked.quotes) {
      const texts = dropNew(quote.texts);
      const row = { texts, askedAt, state: toQuoteStanding({ ...quote, texts, askedAt }) };
      await manager.update(Quote, { id: quote.id }, row);
    }
    return picked;
  }

  private async askOne(
    manager: EntityManager,
    actor: Actor,
    link: GuestLink,
    picked: ReviewItems,
    { copy, rules }: Workspace,
  ): Promise<Asked[]> {
    const { id: linkId, personId } = link;
    const clips = picked.clips.filter((clip) =>
      whoMustAgree(clip.personIds, copy.appearances).includes(personId),
    ).length;
    const quotes = picked.quotes.filter((quote) => quote.personId === personId).length;
    if (clips + quotes === 0) return [];
    const now = this.clock.now();
    const deadlineAt = new Date(now.getTime() + rules.hours * 3_600_000);
    const asked = { deadlineAt, silenceRule: rules.silence, remindedAt: null, settledAt: null };
    await manager.update(GuestLink, { id: linkId }, asked);
    await stepGuestLink(manager, linkId, 'propose', { actor, at: now, detail: { clips, quotes } });
    await announceReview(manager, 'asked', link);
    return [{ personId, linkId, clips, quotes, deadlineAt }];
  }
}

function isPicked({ state }: Clip): boolean {
  return state === 'picked';
}

function whomToAsk({ clips, quotes }: ReviewItems, { copy }: Workspace): string[] {
  const heard = clips.filter(isPicked).flatMap(({ personIds }) => personIds);
  const said = quotes.filter(isToAsk).map(({ personId }) => personId);
  return whoMustAgree([...said, ...heard], copy.appearances).filter((id) =>
    copy.appearances.some(({ personId }) => personId === id),
  );
}
