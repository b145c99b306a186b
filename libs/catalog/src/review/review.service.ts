import { type Clock, EstradeError, type GuestActor, Invalid, NotFound } from '#libs/kernel';
import { pickEnclosure, Rendition } from '#libs/media';
import type { DataSource, EntityManager } from 'typeorm';
import { Clip } from '../clip/clip.entity.js';
import { toStanding, whoMustAgree, withAnswer } from '../clip/clip.state.js';
import { announceHighlights } from '../clip/highlights.facts.js';
import { moveRange } from '../clip/move-range.plan.js';
import { sentencesIn } from '../clip/sentences.plan.js';
import { readReviewRules, readWords } from '../clip/workspace.js';
import { loadCopy } from '../episode/copy-tree.js';
import type { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { Episode } from '../episode/episode.entity.js';
import { logGuestEvent, stepGuestLink } from '../guest-link/guest-link-log.js';
import { GuestLink } from '../guest-link/guest-link.entity.js';
import { requireGuest } from '../guest-link/guest-link.policy.js';
import { personsById } from '../guest/persons-by-id.js';
import { Quote } from '../quote/quote.entity.js';
import { toQuoteStanding } from '../quote/quote.state.js';
import { readSounds } from '../sound/revision-sound.js';
import type { SoundTime } from '../sound/time-shift.plan.js';
import { answerTexts, type ClipAnswer, findAnswerProblems, type QuoteAnswer, takesBack } from './answers.plan.js';
import { asked, openOnes, readWanted, toOpenCount } from './review-rows.js';
import { silenceRuleOf } from './silence.plan.js';
import type { GuestReview, ReviewClip, ReviewQuote, ReviewSound } from './review.view.js';
import { announceReview } from './review.facts.js';

/** 403: what listeners have seen is taken back with a code from the guest's mail only (`ux:K-04`). */
export class CodeNeeded extends EstradeError {
  constructor() {
    super('CODE_NEEDED', 403, 'This is published already: a code from your mail is needed to take it back.');
  }
}

/** A guest agrees to what is to be shown of their words, or does not (`ux` 2.8). */
export class ReviewService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What waits for this guest, and what they said of the rest. */
  async read(actor: GuestActor): Promise<GuestReview> {
    const { link, episode, copy } = await load(this.db.manager, actor);
    const { approval } = await readReviewRules(this.db, episode.showId);
    const mine = asked(await readWanted(this.db, episode.id), actor.personId, copy.appearances);
    const open = toOpenCount(openOnes(mine, actor.personId));
    return {
      ...{ episodeId: episode.id, showId: episode.showId, approval, deadlineAt: link.deadlineAt },
      silence: silenceRuleOf(link, open),
      isReleased: episode.state === 'published',
      ...(await this.toViews(copy, mine, actor.personId)),
      open: open.clips + open.quotes,
      sound: (await readSound(this.db, copy)) ?? null,
    };
  }

  /** What plays in this guest's pages, also before the release. */
  async sound(actor: GuestActor): Promise<ReviewSound | undefined> {
    return readSound(this.db, (await load(this.db.manager, actor)).copy);
  }

  /** @param isConfirmed whether a code proved who it is. @throws CodeNeeded, NotFound, Invalid. */
  async answerQuote(actor: GuestActor, quoteId: string, form: QuoteAnswer, isConfirmed = false): Promise<void> {
    const problems = findAnswerProblems(form.texts);
    if (problems.length) throw new Invalid(problems);
    await this.answer(actor, async (manager, { episode, copy }) => {
      const quote = asked(await readWanted(manager, episode.id), actor.personId, copy.appearances).quotes.find(
        ({ id }) => id === quoteId,
      );
      if (!quote) throw new NotFound('This quote');
      await refuseStale(manager, copy, quote);
      refuseOld(quote, form);
      const texts = answerTexts(quote.texts, form.texts);
      const isBack = takesBack(quote.texts, texts) || (quote.state === 'approved' && narrows(quote.scope, form.scope));
      if (isBack && episode.state === 'published' && !isConfirmed) throw new CodeNeeded();
      const state = toQuoteStanding({ ...quote, texts });
      const changes = { texts, state, scope: form.scope ?? quote.scope, version: quote.version + 1 };
      await manager.update(Quote, { id: quoteId }, changes as object);
      return { quoteId, answers: texts.map(({ lang, answer }) => `${lang}:${answer}`) };
    });
  }

  /** @param isConfirmed whether a code proved who it is. @throws CodeNeeded, NotFound. */
  async answerClip(actor: GuestActor, clipId: string, form: ClipAnswer, isConfirmed = false): Promise<void> {
    await this.answer(actor, async (manager, { episode, copy }) => {
      const clip = asked(await readWanted(manager, episode.id), actor.personId, copy.appearances).clips.find(
        ({ id }) => id === clipId,
      );
      if (!clip) throw new NotFound('This clip');
      await refuseStale(manager, copy, clip);
      const isBack =
        (clip.approvals[actor.personId]?.answer === 'approved' && form.answer !== 'approved') ||
        (clip.state === 'approved' && narrows(clip.scope, form.scope));
      if (isBack && episode.state === 'published' && !isConfirmed) throw new CodeNeeded();
      const { [actor.personId]: _mine, ...others } = clip.approvals;
      const at = this.clock.now().toISOString();
      const approvals =
        form.answer === 'open' ? others : withAnswer(others, actor.personId, { answer: form.answer, at });
      const needed = whoMustAgree(clip.personIds, copy.appearances);
      const state = toStanding({ ...clip, approvals }, needed, await readReviewRules(manager, episode.showId));
      // Each of several voices may narrow what it is used for; nobody widens it for the others.
      const scope = narrow(needed.length > 1 ? clip.scope : {}, form.scope);
      await manager.update(Clip, { id: clipId }, { approvals, state, scope, version: clip.version + 1 } as object);
      return { clipId, answer: form.answer };
    });
  }

  private async answer(
    actor: GuestActor,
    work: (manager: EntityManager, found: Found) => Promise<Record<string, unknown>>,
  ): Promise<void> {
    requireGuest(actor, actor.linkId);
    await this.db.transaction(async (manager) => {
      await manager.findOne(Episode, { where: { id: actor.episodeId }, lock: { mode: 'pessimistic_write' } });
      const found = await load(manager, actor);
      const detail = await work(manager, found);
      const at = this.clock.now();
      await logGuestEvent(manager, actor.linkId, { actor, at, what: 'answer', detail });
      await announceHighlights(manager, found.episode);
      await settleLink(manager, found, actor, at);
    });
  }

  private async toViews(
    copy: EpisodeCopy,
    { clips, quotes }: { clips: Clip[]; quotes: Quote[] },
    personId: string,
  ): Promise<{ clips: ReviewClip[]; quotes: ReviewQuote[] }> {
    const time = await timeOf(this.db, copy);
    const words = clips.length > 0 ? await readWords(this.db, copy) : undefined;
    const persons = await personsById(
      this.db,
      clips.flatMap(({ personIds }) => personIds),
    );
    return {
      quotes: quotes.map((quote) => {
        const { id, version, language, original, scope } = quote;
        const texts = quote.texts.filter(({ isNew }) => !isNew);
        return { id, version, language, original, texts, scope, ...moveRange(quote, quote.basis, time) };
      }),
      clips: clips.map((clip) => {
        const { id, language, texts, scope, approvals } = clip;
        const range = moveRange(clip, clip.basis, time);
        const said = words ? sentencesIn(words.sentences, range.startMs, range.endMs) : [];
        const others = whoMustAgree(clip.personIds, copy.appearances).filter((other) => other !== personId);
        return {
          ...{ id, language, scope, ...range },
          titles: texts,
          text: said.map(({ text }) => text).join(' '),
          answer: approvals[personId]?.answer ?? 'open',
          others: others.flatMap((other) => persons.get(other)?.name ?? []),
        };
      }),
    };
  }
}

async function timeOf(db: DataSource | EntityManager, { revisionId }: EpisodeCopy): Promise<SoundTime | null> {
  return revisionId ? ((await readSounds(db, [revisionId])).get(revisionId)?.time ?? null) : null;
}

/** Nobody answers for words that are no longer what they heard: the page has no form for them, nor does a form do it. */
async function refuseStale(manager: EntityManager, copy: EpisodeCopy, item: Clip | Quote): Promise<void> {
  if (!moveRange(item, item.basis, await timeOf(manager, copy)).isStale) return;
  throw new Invalid([{ path: 'answer', message: 'review.stale' }]);
}

/** Words that somebody changed while their page was open are read first, then answered. */
function refuseOld(quote: Quote, { version = quote.version }: QuoteAnswer): void {
  if (version !== quote.version) throw new Invalid([{ path: 'answer', message: 'review.reworded' }]);
}

async function readSound(db: DataSource, { revisionId }: EpisodeCopy): Promise<ReviewSound | undefined> {
  const found = revisionId ? pickEnclosure(await db.getRepository(Rendition).findBy({ revisionId })) : undefined;
  if (!revisionId || !found) return undefined;
  const { key, mime, bytes, durationMs, bitrate, sha256 } = found;
  return { revisionId, file: { key, mime, bytes, durationMs, bitrate, sha256 } };
}

interface Found {
  link: GuestLink;
  episode: Episode;
  /** What listeners hear, or are to hear. */
  copy: EpisodeCopy;
}

async function load(manager: EntityManager, { linkId, episodeId }: GuestActor): Promise<Found> {
  const link = await manager.findOneBy(GuestLink, { id: linkId, episodeId });
  const episode = await manager.findOneBy(Episode, { id: episodeId });
  const kind = episode?.state === 'published' ? 'released' : 'working';
  const copy = episode && (await loadCopy(manager, episodeId, kind));
  if (!link || !episode || !copy) throw new NotFound('This guest link');
  return { link, episode, copy };
}

/** When everything has its answer the link says so, once; another answer after that is heard as a change of highlights. */
async function settleLink(
  manager: EntityManager,
  { link, episode, copy }: Found,
  actor: GuestActor,
  at: Date,
): Promise<void> {
  const mine = asked(await readWanted(manager, episode.id), actor.personId, copy.appearances);
  const open = openOnes(mine, actor.personId);
  if (open.clips.length + open.quotes.length > 0) {
    if (link.settledAt) await manager.update(GuestLink, { id: link.id }, { settledAt: null });
    await stepGuestLink(manager, link.id, 'review', { actor, at });
    return;
  }
  await manager.update(GuestLink, { id: link.id }, { settledAt: at });
  await stepGuestLink(manager, link.id, 'settle', { actor, at });
  await announceReview(manager, 'settled', link);
}

/** Whether something may be used for less than before: a refusal in part. */
function narrows<T extends object>(before: Partial<T>, said: Partial<T> | undefined): boolean {
  const names = Object.keys(said ?? {}) as (keyof T)[];
  return names.some((name) => said![name] === false && before[name] !== false);
}

function narrow<T extends object>(before: Partial<T>, said: Partial<T> | undefined): Partial<T> {
  const names = Object.keys(said ?? {}) as (keyof T)[];
  const next = names.map((name) => [name, said![name] !== false && before[name] !== false]);
  return { ...before, ...Object.fromEntries(next) };
}
