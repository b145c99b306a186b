import { readRows } from '#libs/database';
import type { Actor } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { requireSeeEpisode } from '../episode/episode.policy.js';
import { GuestLink } from '../guest-link/guest-link.entity.js';
import { personsById } from '../guest/persons-by-id.js';
import { Quote } from '../quote/quote.entity.js';
import type { ReviewRules } from '../review/review-rules.js';
import { Clip } from './clip.entity.js';
import { whoMustAgree } from './clip.state.js';
import { moveRange, type MovedRange } from './move-range.plan.js';
import { toUses, usualClipUses, usualQuoteUses } from './shown.plan.js';
import { readWords, readWorkspace, type Workspace } from './workspace.js';

/** A clip as its producer sees it: in the time of the working copy's sound. */
export interface ClipDesk extends Omit<Clip, 'basis' | 'uses' | 'reason'>, MovedRange {
  uses: Clip['uses'] & typeof usualClipUses;
  reasons: string[];
  /** Who has to agree. */
  needed: string[];
}

export interface QuoteDesk extends Omit<Quote, 'basis' | 'uses' | 'reason'>, MovedRange {
  uses: typeof usualQuoteUses;
  reasons: string[];
}

/** Somebody who appears, and how far the answers are. */
export interface ReviewPerson {
  personId: string;
  name: string;
  role: string;
  link: { state: string; deadlineAt: Date | null; settledAt: Date | null; silenceRule: string } | null;
}

export interface HighlightsDesk {
  clips: ClipDesk[];
  quotes: QuoteDesk[];
  people: ReviewPerson[];
  rules: ReviewRules;
  /** Spoken language. */
  language: string;
  /** Length of the finished sound; null: there is none yet. */
  durationMs: number | null;
  /** The timed transcript in the spoken language, from which captions and proposals come; null: there is none. */
  transcriptLang: string | null;
}

/** Reading for the studio and the API: needs a role in the show. */
export class HighlightsDeskQuery {
  constructor(private readonly db: DataSource) {}

  /** What was put away is not in it. @throws NotFound. */
  async get(actor: Actor, showId: string, episodeId: string): Promise<HighlightsDesk> {
    requireSeeEpisode(actor, showId);
    const space = await readWorkspace(this.db, showId, episodeId);
    const given = { where: 'episode_id = $1 and dropped_at is null', parameters: [episodeId], order: 'start_ms, id' };
    const [clips, quotes] = [await readRows(this.db, Clip, given), await readRows(this.db, Quote, given)];
    const { copy, rules, durationMs } = space;
    return {
      clips: clips.map((clip) => toClipDesk(clip, space)),
      quotes: quotes.map((quote) => toQuoteDesk(quote, space)),
      people: await this.people(space),
      ...{ rules, durationMs, language: copy.language },
      transcriptLang: (await readWords(this.db, copy))?.lang ?? null,
    };
  }

  private async people({ copy, episode }: Workspace): Promise<ReviewPerson[]> {
    const persons = await personsById(
      this.db,
      copy.appearances.map(({ personId }) => personId),
    );
    const links = await this.db.getRepository(GuestLink).findBy({ episodeId: episode.id });
    return copy.appearances.map(({ personId, role }) => {
      const link = links.find((each) => each.personId === personId);
      const name = persons.get(personId)?.name ?? '';
      if (!link) return { personId, role, name, link: null };
      const { state, deadlineAt, settledAt, silenceRule } = link;
      return { personId, role, name, link: { state, deadlineAt, settledAt, silenceRule } };
    });
  }
}

/** One clip in the time of the sound that the working copy plays. */
export function toClipDesk(clip: Clip, { copy, sound }: Workspace): ClipDesk {
  const { basis, reason, ...rest } = clip;
  return {
    ...rest,
    ...moveRange(clip, basis, sound?.time ?? null),
    uses: toUses(usualClipUses, clip.uses, clip.scope),
    reasons: reason.split(' ').filter(Boolean),
    needed: whoMustAgree(clip.personIds, copy.appearances),
  };
}

export function toQuoteDesk(quote: Quote, { sound }: Workspace): QuoteDesk {
  const { basis, reason, ...rest } = quote;
  return {
    ...rest,
    ...moveRange(quote, basis, sound?.time ?? null),
    uses: toUses(usualQuoteUses, quote.uses, quote.scope),
    reasons: reason.split(' ').filter(Boolean),
  };
}
