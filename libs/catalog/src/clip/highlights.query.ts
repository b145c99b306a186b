import { type ReadAtOnce, readAtOnce, rowsOf } from '#libs/database';
import { isId } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { groupBy, loadCopy } from '../episode/copy-tree.js';
import type { CopyKind } from '../episode/episode-copy.entity.js';
import { Quote } from '../quote/quote.entity.js';
import type { QuoteView } from '../quote/quote.view.js';
import { readSounds } from '../sound/revision-sound.js';
import type { SoundTime } from '../sound/time-shift.plan.js';
import { keepWritten, toUnwritten, unwrittenRows } from '../transcript/consented.query.js';
import { Clip } from './clip.entity.js';
import type { ClipView } from './clip.view.js';
import { toClipView, toQuoteView } from './shown.plan.js';

/** What of an episode may be shown by itself, whatever for: `uses` says where. */
export interface Highlights {
  clips: ClipView[];
  quotes: QuoteView[];
}

/**
 * What may be shown of `clips` or `quotes`. Who has taken back a consent is in nothing, at once, whatever was approved
 * before (`ux:G-03`).
 */
const shown = {
  clips: toShown('clips', 'l.person_id = any(clips.person_ids)'),
  quotes: toShown('quotes', 'l.person_id = quotes.person_id'),
};

/** Above every score: whoever marks something by hand wants it. */
const byHand = 101;

/** What is approved, for the kit and its files: also before the release, in the time of the sound that is to go out. */
export class HighlightsQuery {
  constructor(private readonly db: DataSource | EntityManager) {}

  /**
   * The strongest first: what somebody marked by hand, then by the score of the proposal; equal ones as they are heard.
   *
   * @param kind whose sound the times are of; the working copy's is what goes out next.
   */
  async ofEpisode(episodeId: string, kind: CopyKind): Promise<Highlights> {
    const copy = isId(episodeId) ? await loadCopy(this.db, episodeId, kind) : undefined;
    if (!copy) return { clips: [], quotes: [] };
    const { revisionId } = copy;
    const sound = revisionId ? (await readSounds(this.db, [revisionId])).get(revisionId) : undefined;
    const rows = await readAtOnce(this.db, highlightRows([episodeId]));
    const found = toHighlights(rows, new Map([[episodeId, sound?.time ?? null]])).get(episodeId);
    const scores = new Map([...rows.clips, ...rows.quotes].map(({ id, score }) => [id, score === 0 ? byHand : score]));
    const byStrength = (one: { id: string }, other: { id: string }) => scores.get(other.id)! - scores.get(one.id)!;
    return { clips: found?.clips.sort(byStrength) ?? [], quotes: found?.quotes.sort(byStrength) ?? [] };
  }

  /**
   * Whether a file made of this clip or quote may be served now (`ux` 2.14, 5).
   *
   * @param words language of what can be read in it; who wants nothing in writing, or no translation, is not in it either.
   */
  async isApproved(itemId: string, words?: string): Promise<boolean> {
    if (!isId(itemId)) return false;
    const [item]: ApprovedItem[] = await this.db.query(
      `select episode_id as "episodeId", language, null as "personId" from clips where id = $1 and ${shown.clips}
       union all
       select episode_id, language, person_id from quotes where id = $1 and ${shown.quotes}`,
      [itemId],
    );
    if (!item || words === undefined) return item !== undefined;
    const { episodeId, language, personId } = item;
    const { unwritten } = await readAtOnce(this.db, { unwritten: unwrittenRows([episodeId]) });
    const isUntranslated = unwritten.some((each) => each.personId === personId && each.isUntranslated);
    const ofQuote = isUntranslated ? 'translations' : undefined;
    const refused = personId === null ? toUnwritten(unwritten).get(episodeId) : ofQuote;
    return keepWritten([{ lang: words }], language, refused).length > 0;
  }
}

interface ApprovedItem {
  episodeId: string;
  /** Spoken. */
  language: string;
  /** Of a quote. */
  personId: string | null;
}

/** What of these episodes may be shown, for `toHighlights`. */
export function highlightRows(episodeIds: readonly string[]) {
  const where = (isShown: string) => ({
    where: `episode_id = any($1::uuid[]) and ${isShown}`,
    parameters: [episodeIds],
    order: 'position, id',
  });
  return {
    clips: rowsOf(Clip, where(shown.clips)),
    quotes: rowsOf(Quote, where(shown.quotes)),
    unwritten: unwrittenRows(episodeIds),
  };
}

/** @param times episode id → the sound that its moments are to be told in. */
export function toHighlights(
  { clips, quotes, unwritten }: ReadAtOnce<ReturnType<typeof highlightRows>>,
  times: ReadonlyMap<string, SoundTime | null>,
): Map<string, Highlights> {
  const untranslated = new Set(
    unwritten
      .filter(({ isUntranslated }) => isUntranslated)
      .map(({ episodeId, personId }) => `${episodeId} ${personId}`),
  );
  const toQuote = (quote: Quote) =>
    toQuoteView(quote, times.get(quote.episodeId) ?? null, !untranslated.has(`${quote.episodeId} ${quote.personId}`));
  const [clipsOf, quotesOf] = [groupBy(clips, 'episodeId'), groupBy(quotes, 'episodeId')];
  const ids = new Set([...clipsOf.keys(), ...quotesOf.keys()]);
  return new Map(
    [...ids].map((id) => [
      id,
      {
        clips: inOrder((clipsOf.get(id) ?? []).flatMap((clip) => toClipView(clip, times.get(id) ?? null) ?? [])),
        quotes: inOrder((quotesOf.get(id) ?? []).flatMap((quote) => toQuote(quote) ?? [])),
      },
    ]),
  );
}

function toShown(table: 'clips' | 'quotes', isHeard: string): string {
  return `state = 'approved' and dropped_at is null and not exists (
    select 1 from guest_links l where l.episode_id = ${table}.episode_id and ${isHeard}
    and (l.state = 'withdrawn' or l.consents->>'${table}' = 'false'))`;
}

function inOrder<T extends { startMs: number }>(items: T[]): T[] {
  return items.sort((a, b) => a.startMs - b.startMs);
}
