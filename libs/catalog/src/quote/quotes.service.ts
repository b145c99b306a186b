import { type Actor, type Clock, Conflict, Invalid, isId, newId, NotFound } from '#libs/kernel';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { findRangeProblems, highlightsMax, quoteMs } from '../clip/clip-form.plan.js';
import { whoMustAgree } from '../clip/clip.state.js';
import { announceHighlights } from '../clip/highlights.facts.js';
import { moveRange, type Range } from '../clip/move-range.plan.js';
import { sentencesIn, snapToSentences } from '../clip/sentences.plan.js';
import { lockWorkspace, readWords, type Workspace } from '../clip/workspace.js';
import { requireEditEpisode, requirePublishEpisode } from '../episode/episode.policy.js';
import { findQuoteProblems, joinTexts, type QuoteForm, reopen, toQuoteForm } from './quote-form.plan.js';
import { Quote } from './quote.entity.js';
import { approveAll, markNew, toQuoteStanding } from './quote.state.js';

/** A new quote: a selection of the finished sound. Where the transcript does not say them, words and person are given. */
export interface NewQuote extends Range {
  isExact?: boolean;
  text?: string;
  personId?: string;
}

/** Sentences of people that are to be shown by themselves (`ux` 2.8, 4.9). */
export class QuotesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Picked at once: who makes it by hand wants it. @throws Invalid for words of nobody, or of two. */
  async create(actor: Actor, showId: string, episodeId: string, form: NewQuote): Promise<Quote> {
    requireEditEpisode(actor, showId);
    return this.db.transaction(async (manager) => {
      const space = await lockWorkspace(manager, showId, episodeId);
      const row = await toNewQuote(manager, space, form);
      const isMany = (await manager.countBy(Quote, { episodeId, droppedAt: IsNull() })) >= highlightsMax;
      refuse(isMany ? [{ path: 'startMs', message: 'error.field.tooMany', params: { n: highlightsMax } }] : []);
      const id = newId();
      await manager.insert(Quote, { ...row, id, state: 'picked' } as object);
      return this.settle(manager, space, await load(manager, showId, id));
    });
  }

  /** A wording that changes, another person or moment has to be agreed to again. @throws Conflict, Invalid. */
  async update(actor: Actor, showId: string, quoteId: string, form: QuoteForm & { version: number }): Promise<Quote> {
    return this.change(actor, showId, quoteId, async (_manager, space, quote) => {
      const { version, ...wanted } = form;
      if (version !== quote.version) throw new Conflict(toQuoteForm(quote), wanted, quote.version);
      const now = atNow(quote, space);
      const { startMs = now.startMs, endMs = now.endMs, personId = quote.personId } = wanted;
      const isMoved = startMs !== now.startMs || endMs !== now.endMs || personId !== quote.personId;
      const joined = wanted.texts ? joinTexts(quote.texts, wanted.texts, quote.language) : quote.texts;
      refuse([...findRangeProblems({ startMs, endMs }, space.durationMs, quoteMs), ...findQuoteProblems(joined)]);
      refuseStranger(space, personId);
      const texts = isMoved ? reopen(joined) : joined;
      const moved = isMoved ? { startMs, endMs, ...basisOf(space), askedAt: null } : {};
      return { ...moved, personId, texts, uses: { ...quote.uses, ...wanted.uses } };
    });
  }

  pick(actor: Actor, showId: string, quoteId: string): Promise<Quote> {
    return this.change(actor, showId, quoteId, async (_manager, _space, { state }) =>
      state === 'proposed' ? { state: 'picked' } : {},
    );
  }

  /** Put away: off pages and kits at once. `restore` takes that back. */
  drop(actor: Actor, showId: string, quoteId: string): Promise<Quote> {
    return this.change(actor, showId, quoteId, async () => ({ droppedAt: this.clock.now() }));
  }

  restore(actor: Actor, showId: string, quoteId: string): Promise<Quote> {
    return this.change(actor, showId, quoteId, async () => ({ droppedAt: null }));
  }

  /** Somebody listened to what the sound is now, and the words are still said in it. */
  confirm(actor: Actor, showId: string, quoteId: string): Promise<Quote> {
    return this.change(actor, showId, quoteId, async (_manager, space, quote) => ({
      ...atNow(quote, space),
      ...basisOf(space),
    }));
  }

  /** What becomes of a touch-up that says something else: shown as it is, or back to the proposed words, asked anew (`ux:K-19`). */
  judge(actor: Actor, showId: string, quoteId: string, lang: string, isAccepted: boolean): Promise<Quote> {
    return this.change(actor, showId, quoteId, async (_manager, _space, { texts }) => ({
      texts: texts.map((each) => {
        if (each.lang !== lang || !each.isFlagged) return each;
        const { isFlagged: _flag, before, ...text } = each;
        if (isAccepted) return { ...text, ...(before !== undefined && { before }) };
        return { lang, text: before ?? text.text, isTranslation: text.isTranslation, answer: 'open' as const };
      }),
    }));
  }

  private async change(
    actor: Actor,
    showId: string,
    quoteId: string,
    work: (manager: EntityManager, space: Workspace, quote: Quote) => Promise<Partial<Quote>>,
  ): Promise<Quote> {
    requireEditEpisode(actor, showId);
    return this.db.transaction(async (manager) => {
      const { episodeId } = await load(manager, showId, quoteId);
      const space = await lockWorkspace(manager, showId, episodeId);
      const quote = await load(manager, showId, quoteId);
      // What listeners may have seen is a producer's to change.
      if (quote.state === 'approved' && space.episode.state === 'published') requirePublishEpisode(actor, showId);
      const changes = await work(manager, space, quote);
      const { texts = quote.texts, askedAt = quote.askedAt } = changes;
      const row = { ...changes, texts: askedAt ? markNew(quote.texts, texts) : texts, version: quote.version + 1 };
      await manager.update(Quote, { id: quoteId }, row as object);
      return this.settle(manager, space, await load(manager, showId, quoteId), quote.state === 'approved');
    });
  }

  private async settle(manager: EntityManager, space: Workspace, quote: Quote, wasShown = false): Promise<Quote> {
    const isAsked = space.rules.approval === 'ask' && whoMustAgree([quote.personId], space.copy.appearances).length > 0;
    const texts = isAsked || quote.state === 'proposed' ? quote.texts : approveAll(quote.texts);
    const state = toQuoteStanding({ ...quote, texts });
    await manager.update(Quote, { id: quote.id }, { state, texts });
    if (wasShown || state === 'approved') await announceHighlights(manager, space.episode);
    return { ...quote, texts, state };
  }
}

/** @throws NotFound for a quote of another show (`abuse:A25`). */
async function load(manager: EntityManager, showId: string, quoteId: string): Promise<Quote> {
  const quote = isId(quoteId) ? await manager.findOneBy(Quote, { id: quoteId }) : null;
  const sql = 'select 1 from episodes where id = $1 and show_id = $2';
  const isOurs: unknown[] = quote ? await manager.query(sql, [quote.episodeId, showId]) : [];
  if (!quote || isOurs.length === 0) throw new NotFound('This quote');
  return quote;
}

async function toNewQuote(manager: EntityManager, space: Workspace, form: NewQuote): Promise<Partial<Quote>> {
  const { copy, episode, durationMs } = space;
  const words = await readWords(manager, copy);
  const { startMs, endMs } = form.isExact ? form : snapToSentences(words?.sentences ?? [], form);
  const heard = sentencesIn(words?.sentences ?? [], startMs, endMs);
  const said = [...new Set(heard.map(({ personId }) => personId))];
  const personId = form.personId ?? (said.length === 1 ? said[0]! : onlyGuest(space));
  const spoken = heard.map(({ text }) => text).join(' ');
  const lang = copy.language.split('-')[0]!;
  const texts = joinTexts([], [{ lang, text: form.text ?? spoken }], copy.language);
  const range = { startMs: Math.round(startMs), endMs: Math.round(endMs) };
  refuse([
    ...findRangeProblems(range, durationMs, quoteMs),
    ...findQuoteProblems(texts),
    ...(personId ? [] : [{ path: 'personId', message: 'error.field.quote.person' }]),
  ]);
  refuseStranger(space, personId!);
  const original = spoken || texts[0]!.text;
  return {
    ...range,
    ...basisOf(space),
    episodeId: episode.id,
    personId: personId!,
    language: copy.language,
    original,
    texts,
  };
}

function onlyGuest({ copy }: Workspace): string | null {
  const guests = whoMustAgree(
    copy.appearances.map(({ personId }) => personId),
    copy.appearances,
  );
  return guests.length === 1 ? guests[0]! : null;
}

function refuseStranger({ copy }: Workspace, personId: string): void {
  const isKnown = copy.appearances.some((each) => each.personId === personId);
  refuse(isKnown ? [] : [{ path: 'personId', message: 'error.field.quote.person' }]);
}

function atNow(quote: Quote, { sound }: Workspace): Range {
  const { startMs, endMs } = moveRange(quote, quote.basis, sound?.time ?? null);
  return { startMs, endMs };
}

function basisOf({ sound }: Workspace): Pick<Quote, 'basis'> {
  return { basis: sound?.time ?? null };
}

function refuse(problems: Invalid['fields']): void {
  if (problems.length) throw new Invalid(problems);
}
