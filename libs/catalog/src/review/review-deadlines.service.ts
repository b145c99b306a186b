import { type Clock, system } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { Clip } from '../clip/clip.entity.js';
import { toStanding, whoMustAgree, withAnswer } from '../clip/clip.state.js';
import { announceHighlights } from '../clip/highlights.facts.js';
import { readReviewRules } from '../clip/workspace.js';
import { loadWorking } from '../episode/episode-rows.js';
import { Episode } from '../episode/episode.entity.js';
import { stepGuestLink } from '../guest-link/guest-link-log.js';
import { GuestLink } from '../guest-link/guest-link.entity.js';
import { Quote } from '../quote/quote.entity.js';
import { approveAll, toQuoteStanding } from '../quote/quote.state.js';
import { asked, openOnes, readWanted } from './review-rows.js';
import { announceReview } from './review.facts.js';
import { silenceOf } from './silence.plan.js';

/** The reminder goes out a day before the deadline, or when half of a shorter time is over. */
const remindMs = 24 * 3_600_000;

/** Keeps the promise that is printed on the guest's page: one reminder, then the rule (`ux:K-21`). */
export class ReviewDeadlines {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Does what is due, each link once however many workers ask: the row is locked and others skip it. Gives how many. */
  async settleDue(): Promise<{ reminded: number; lapsed: number }> {
    const now = this.clock.now();
    const due: { id: string }[] = await this.db.query(
      `select id from guest_links where state in ('proposed', 'reviewing') and deadline_at is not null
       and (deadline_at <= $1 or (reminded_at is null and
         $1 >= greatest(deadline_at - $2::interval, state_at + (deadline_at - state_at) / 2)))
       order by deadline_at limit 200`,
      [now, `${remindMs} milliseconds`],
    );
    const count = { reminded: 0, lapsed: 0 };
    for (const { id } of due) {
      const done = await this.db.transaction((manager) => this.settleOne(manager, id, now));
      if (done) count[done] += 1;
    }
    return count;
  }

  private async settleOne(manager: EntityManager, id: string, now: Date): Promise<'reminded' | 'lapsed' | undefined> {
    const lock = { mode: 'pessimistic_write', onLocked: 'skip_locked' } as const;
    const link = await manager.findOne(GuestLink, { where: { id }, lock });
    if (!link?.deadlineAt || (link.state !== 'proposed' && link.state !== 'reviewing')) return undefined;
    if (link.deadlineAt > now) {
      if (link.remindedAt) return undefined;
      await manager.update(GuestLink, { id }, { remindedAt: now });
      await announceReview(manager, 'due', link);
      return 'reminded';
    }
    await this.lapse(manager, link, now);
    return 'lapsed';
  }

  private async lapse(manager: EntityManager, link: GuestLink, now: Date): Promise<void> {
    const episode = await manager.findOneBy(Episode, { id: link.episodeId });
    if (!episode) return;
    const { appearances } = await loadWorking(manager, episode.id);
    const { clips, quotes } = openOnes(
      asked(await readWanted(manager, episode.id), link.personId, appearances),
      link.personId,
    );
    const rule = { quotes: silenceOf(link, 'quotes'), clips: silenceOf(link, 'clips') };
    if (rule.quotes === 'asis') for (const quote of quotes) await useQuote(manager, quote);
    if (rule.clips === 'asis') for (const clip of clips) await this.useClip(manager, clip, link, appearances, episode);
    await manager.update(GuestLink, { id: link.id }, { settledAt: now });
    const detail = { ...rule, open: clips.length + quotes.length };
    await stepGuestLink(manager, link.id, 'lapse', { actor: system, at: now, detail });
    await announceHighlights(manager, episode);
    await announceReview(manager, 'settled', link);
  }

  private async useClip(
    manager: EntityManager,
    clip: Clip,
    { personId }: GuestLink,
    appearances: readonly { personId: string; role: string }[],
    { showId }: Episode,
  ): Promise<void> {
    const silent = { answer: 'approved' as const, at: this.clock.now().toISOString(), isSilent: true };
    const approvals = withAnswer(clip.approvals, personId, silent);
    const rules = await readReviewRules(manager, showId);
    const state = toStanding({ ...clip, approvals }, whoMustAgree(clip.personIds, appearances), rules);
    await manager.update(Clip, { id: clip.id }, { approvals, state } as object);
  }
}

/** The words as spoken; a translation is never used without a yes of its own (`ux:K-20`). */
async function useQuote(manager: EntityManager, quote: Quote): Promise<void> {
  const texts = quote.texts.map((text) => (text.isTranslation || text.isNew ? text : approveAll([text], true)[0]!));
  await manager.update(Quote, { id: quote.id }, { texts, state: toQuoteStanding({ ...quote, texts }) } as object);
}
