import {
  type Addresses,
  type EpisodePreview,
  EpisodePreviewQuery,
  type EpisodeView,
  readListing,
  ShowQuery,
} from '#libs/catalog';
import { type Actor, type Clock, NotFound } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { toShowChannel } from '../channel/show-channel.plan.js';
import type { FeedAdvice } from '../check/advice.js';
import { findFeedAdvice } from '../check/feed-advice.plan.js';
import { type AppEffects, findAppEffects } from '../diff/app-effects.plan.js';
import { diffFeeds, type FeedDiff } from '../diff/feed-diff.plan.js';
import { type FeedDocument, readFeedDocument } from '../diff/feed-document.xml.js';
import type { FeedView } from '../feed/feed.view.js';
import { buildFeedXml } from '../feed/feed.xml.js';
import { FeedDesk } from './feed-desk.js';
import { ServedDocuments } from './served-documents.js';

export interface FeedPreviewDeps {
  dataSource: DataSource;
  addresses: Addresses;
  clock: Clock;
}

/** What the release of an episode would do to its show's feed. */
export interface FeedPreview {
  /** The item as apps will get it, one element a line; empty while the episode has no file. */
  itemXml: string;
  diff: FeedDiff;
  effects: AppEffects[];
  /** About this episode and the show, without what the show has silenced. */
  advice: FeedAdvice[];
  /** When everybody's apps get it, if that is after its release: it is for subscribers until then. */
  opensAt: Date | null;
}

/** Looks ahead of a release: builds the one item, never a whole feed, and puts it into what is served now. */
export class FeedPreviews {
  private readonly desk: FeedDesk;
  private readonly served: ServedDocuments;

  constructor(private readonly deps: FeedPreviewDeps) {
    this.desk = new FeedDesk(deps);
    this.served = new ServedDocuments(deps.dataSource, deps.clock);
  }

  /** @throws NotFound */
  async get(actor: Actor, showId: string, episodeId: string): Promise<FeedPreview> {
    const { dataSource, addresses, clock } = this.deps;
    const preview = await new EpisodePreviewQuery(dataSource, clock).get(actor, showId, episodeId);
    const show = await new ShowQuery(dataSource).byId(showId);
    if (!show) throw new NotFound('This show');
    const { feeds, silenced } = await this.desk.list(actor, showId);
    const feed = feeds.find(({ kind }) => kind === 'show');
    const before = feed && (await this.served.read(feed.id));
    const channel = toShowChannel(show, addresses);
    const view: FeedView = { channel, episodes: [preview.working, ...(await this.partsBeside(preview))] };
    const { xml } = buildFeedXml(view, addresses, clock.now());
    const built = readFeedDocument(xml);
    const after = putItem(before, built, preview.working.guid);
    const nth = built.items.findIndex(({ guid }) => guid === preview.working.guid);
    const diff = diffFeeds(before, after);
    const said = findFeedAdvice({ view: { channel, episodes: [preview.working] }, document: after, before });
    const isHere = (advice: FeedAdvice) => advice.episodeId === episodeId || (!advice.episodeId && !advice.title);
    return {
      itemXml: toItemLines(xml, nth),
      diff,
      effects: findAppEffects(diff),
      advice: said.filter((advice) => isHere(advice) && !silenced.includes(advice.id)),
      opensAt: toOpening(preview.working),
    };
  }

  /** An item of a mini-series names the other parts. */
  private async partsBeside({ working: { id, series, showId } }: EpisodePreview): Promise<EpisodeView[]> {
    if (!series) return [];
    const where = { showId, seriesId: series.id };
    const { episodes } = await readListing(this.deps.dataSource, where, {
      at: this.deps.clock.now(),
      audience: 'public',
    });
    return episodes.filter((episode) => episode.id !== id);
  }
}

/** The served feed with one item new or changed; the channel's own words change by themselves, not by a release. */
function putItem(before: FeedDocument | undefined, built: FeedDocument, guid: string): FeedDocument {
  const item = built.items.find((each) => each.guid === guid);
  if (!before) return { channel: built.channel, items: item ? [item] : [] };
  if (!item) return before;
  const isThere = before.items.some((each) => each.guid === guid);
  return {
    channel: before.channel,
    items: isThere ? before.items.map((each) => (each.guid === guid ? item : each)) : [item, ...before.items],
  };
}

function toOpening({ subscribersUntil, publishedAt }: EpisodeView): Date | null {
  return subscribersUntil && publishedAt && subscribersUntil > publishedAt ? subscribersUntil : null;
}

/** The text of the nth item, a line for each element; what is inside CDATA stays as it is. */
function toItemLines(xml: string, nth: number): string {
  const split = xml.replace(/(<!\[CDATA\[[\s\S]*?\]\]>)|<(?=\/?[a-z])/g, (_, cdata?: string) => cdata ?? '\u0000<');
  const parts = split.split('\u0000');
  const starts = parts.flatMap((part, i) => (part.startsWith('<item>') ? [i] : []));
  const start = starts[nth];
  if (start === undefined) return '';
  const end = parts.findIndex((part, i) => i > start && part.startsWith('</item>'));
  return joinLeaves(parts.slice(start, end + 1));
}

/** An end tag goes to the line of its start tag when nothing stands between. */
function joinLeaves(parts: readonly string[]): string {
  const lines: string[] = [];
  let depth = 0;
  for (const [i, part] of parts.entries()) {
    const isEnd = part.startsWith('</');
    if (isEnd) depth -= 1;
    const isLeafEnd = isEnd && !parts[i - 1]!.startsWith('</') && !/\/>$/.test(parts[i - 1]!);
    if (isLeafEnd) lines[lines.length - 1] += part.trim();
    else lines.push('  '.repeat(Math.max(0, depth)) + part.trim());
    if (!isEnd && !/\/>\s*$/.test(part)) depth += 1;
  }
  return lines.join('\n');
}
