import { newId } from '#libs/kernel';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { FeedProblem, ImportedItem } from '../feed-document/imported-feed.js';
import { ImportItem } from './import-item.entity.js';
import { lockImport } from './import.writes.js';
import type { ImportDeps } from './import.deps.js';
import type { ImportReport, ProblemCount } from './import-report.js';
import type { FeedPages } from './read-pages.js';
import type { FileSample } from './sample-files.js';

const batch = 100;
const titlesMax = 5;

/** The import was stopped, or is looked at anew: what this look still reads is nobody's any more. */
export class LookOvertaken extends Error {}

/** Keeps the items of a look in rows as they come, and counts what a producer wants to know of them. */
export class LookNotes {
  private readonly guids = new Set<string>();
  private readonly problems = new Map<string, { -readonly [K in keyof ProblemCount]: ProblemCount[K] }>();
  private readonly seasons = new Set<number>();
  private readonly counts = { chapters: 0, transcripts: 0, persons: 0, covers: 0 };
  private waiting: Partial<ImportItem>[] = [];
  private position = 0;
  private toMake = 0;
  private known = 0;
  private leftOut = 0;
  private guidsKept = 0;
  private bytes = 0;
  private bytesUnknown = 0;
  private durationMs = 0;
  private firstAt: string | null = null;
  private lastAt: string | null = null;
  private previousAt: string | null = null;

  constructor(
    private readonly deps: Pick<ImportDeps, 'dataSource' | 'imported'>,
    private readonly of: { importId: string; showId: string | null; attempt: number },
  ) {}

  /** Forgets what an earlier look left. @throws LookOvertaken */
  begin(): Promise<void> {
    return this.change((manager) => manager.delete(ImportItem, { importId: this.of.importId }));
  }

  /** Takes an item; false when one of that guid has come before. */
  async add(item: ImportedItem): Promise<boolean> {
    const isTwice = this.guids.has(item.guid);
    this.guids.add(item.guid);
    const problems = isTwice ? [...item.problems, { code: 'GUID_TWICE' as const, params: {} }] : item.problems;
    for (const problem of problems) this.note(problem, item.title);
    if (!isTwice) this.count(item);
    // Without a date of its own it stands where the feed has it: a minute before the one above it.
    const publishedAt = item.publishedAt ?? minuteBefore(this.previousAt);
    this.previousAt = publishedAt ?? this.previousAt;
    this.waiting.push({
      id: newId(),
      importId: this.of.importId,
      position: this.position++,
      guid: item.guid,
      title: item.title,
      publishedAt: publishedAt ? new Date(publishedAt) : null,
      enclosureUrl: item.enclosure?.url ?? '',
      enclosureBytes: item.enclosure?.bytes ?? null,
      ...toStanding(item, isTwice),
      item,
      problems: [...problems],
    });
    if (this.waiting.length >= batch) await this.flush();
    return !isTwice;
  }

  /** The last rows. */
  async end({ problems, channel }: FeedPages): Promise<void> {
    await this.flush();
    for (const problem of problems) this.note(problem, '');
    if (!channel.imageUrl) this.note({ code: 'NO_COVER', params: {} }, '');
  }

  toReport({ pages, finalUrl, tags }: FeedPages, sample: FileSample): ImportReport {
    for (const { problem, title } of sample.problems) this.note(problem, title);
    const { toMake, known, leftOut, guidsKept, bytes, bytesUnknown, durationMs, firstAt, lastAt } = this;
    const { sampled, reachable, sizesEqual, takesRanges } = sample;
    return {
      ...{ pages, finalUrl, items: this.position, toMake, known, leftOut },
      ...{ guidsKept, guidsMade: this.guids.size - guidsKept, bytes, bytesUnknown, durationMs, firstAt, lastAt },
      ...{ sampled, reachable, sizesEqual, takesRanges },
      counts: { ...this.counts, seasons: this.seasons.size },
      tags,
      problems: [...this.problems.values()].sort((a, b) => b.count - a.count),
    };
  }

  private count(item: ImportedItem): void {
    const { enclosure, publishedAt, durationMs, season } = item;
    if (item.guidFrom === 'feed') this.guidsKept += 1;
    if (enclosure?.bytes) this.bytes += enclosure.bytes;
    else this.bytesUnknown += 1;
    this.durationMs += durationMs ?? 0;
    if (season) this.seasons.add(season);
    if (publishedAt && (!this.firstAt || publishedAt < this.firstAt)) this.firstAt = publishedAt;
    if (publishedAt && (!this.lastAt || publishedAt > this.lastAt)) this.lastAt = publishedAt;
    this.counts.chapters += item.chapters.length || item.chaptersUrl ? 1 : 0;
    this.counts.transcripts += item.transcripts.length ? 1 : 0;
    this.counts.persons += item.persons.length ? 1 : 0;
    this.counts.covers += item.imageUrl ? 1 : 0;
  }

  private note(problem: FeedProblem, title: string): void {
    const found = this.problems.get(problem.code);
    if (!found) {
      this.problems.set(problem.code, { ...problem, count: 1, titles: title ? [title] : [] });
      return;
    }
    found.count += 1;
    if (title && found.titles.length < titlesMax) found.titles = [...found.titles, title];
  }

  /** Of what is here already only a draft without its sound goes on. */
  private async flush(): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    if (rows.length === 0) return;
    const { dataSource, imported } = this.deps;
    const { showId } = this.of;
    const here = showId
      ? await imported.findByGuid(
          dataSource.manager,
          showId,
          rows.map(({ guid }) => guid!),
        )
      : new Map<string, never>();
    for (const row of rows) {
      const episode = here.get(row.guid!);
      if (episode) row.episodeId = episode.id;
      if (episode?.hasSound) Object.assign(row, { state: 'skipped', errorCode: 'KNOWN' });
      if (row.errorCode === 'KNOWN') this.known += 1;
      else if (row.state === 'waiting') this.toMake += 1;
      else this.leftOut += 1;
    }
    await this.change((manager) => manager.insert(ImportItem, rows as QueryDeepPartialEntity<ImportItem>[]));
  }

  /** Writes rows while the import waits for this very look. @throws LookOvertaken */
  private change(write: (manager: EntityManager) => Promise<unknown>): Promise<void> {
    const { importId, attempt } = this.of;
    return this.deps.dataSource.transaction(async (manager) => {
      const found = await lockImport(manager, importId);
      const isMine = found?.state === 'running' && found.step === 'look' && found.attempt === attempt;
      if (!isMine) throw new LookOvertaken();
      await write(manager);
    });
  }
}

function toStanding(item: ImportedItem, isTwice: boolean): Pick<ImportItem, 'state' | 'errorCode'> {
  if (isTwice) return { state: 'skipped', errorCode: 'GUID_TWICE' };
  if (!item.enclosure) return { state: 'skipped', errorCode: 'NO_ENCLOSURE' };
  return item.guid ? { state: 'waiting', errorCode: null } : { state: 'skipped', errorCode: 'NO_GUID' };
}

function minuteBefore(iso: string | null): string | null {
  return iso && new Date(new Date(iso).getTime() - 60_000).toISOString();
}
