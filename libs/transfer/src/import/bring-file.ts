import { storeForeignFile, type StoredForeignFile } from '#libs/media';
import { download } from '#libs/outbound';
import { DiskFull } from '#libs/storage';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeedProblem } from '../feed-document/imported-feed.js';
import { toLine } from '../feed-document/values.js';
import { ImportItem } from './import-item.entity.js';
import type { ImportDeps } from './import.deps.js';
import { Import } from './import.entity.js';

const reportMs = 1_000;
/** What is left to everything else on the disk. */
const reserveBytes = 256 * 1024 ** 2;

/**
 * Brings an item's file into the storage: goes on with what an earlier run left of it, proves its length, looks at it.
 * What is there already is not fetched again. `stop` is called when the import has been stopped meanwhile.
 * @throws OutboundError, DiskFull before nothing else could be written any more (`fault:F23`), and the errors of `probe`
 */
export async function bringFile(
  deps: ImportDeps,
  item: ImportItem,
  { signal, stop }: { signal: AbortSignal; stop: () => void },
): Promise<{ file: StoredForeignFile; problems: FeedProblem[] }> {
  const { dataSource, outbound, folder, fileBytes, idleMs, storage } = deps;
  if (item.file && (await storage.exists(item.file.key))) return { file: item.file, problems: [] };
  await mkdir(folder, { recursive: true });
  const path = pathOf(deps, item.id);
  await refuseWithoutRoom(deps);
  const full = new AbortController();
  const progress = new CopyProgress(deps, item, stop, (error) => full.abort(error));
  const onProgress = (bytes: number, total: number | undefined) => progress.report(bytes, total);
  const options = {
    resume: true,
    maxBytes: fileBytes,
    idleMs,
    signal: AbortSignal.any([signal, full.signal]),
    onProgress,
    accept: 'audio/*, video/*, */*;q=0.5',
  };
  const { bytes, sha256 } = await download(outbound, item.enclosureUrl, path, options).finally(() => progress.end());
  const name = toLine(toName(new URL(item.enclosureUrl).pathname.split('/').at(-1) ?? ''), 200) || 'audio';
  // The item's id is the revision's, so that doing it again is the same key.
  const file = await storeForeignFile(deps, { path, name, bytes, sha256 }, { revisionId: item.id, signal });
  await dataSource.manager.update(ImportItem, { id: item.id }, { file: file as object, bytesDone: bytes });
  return { file, problems: findProblems(item, file) };
}

/** What an ended item leaves on the disk. */
export async function removeParts(deps: Pick<ImportDeps, 'folder'>, itemId: string): Promise<void> {
  const path = pathOf(deps, itemId);
  for (const each of [path, `${path}.part`, `${path}.part.json`]) await rm(each, { force: true });
}

function findProblems({ enclosureBytes }: ImportItem, { bytes, kind, probe }: StoredForeignFile): FeedProblem[] {
  return [
    ...(enclosureBytes !== null && enclosureBytes !== bytes
      ? [{ code: 'SIZE_DIFFERS' as const, params: { said: enclosureBytes, found: bytes } }]
      : []),
    ...(kind === null ? [{ code: 'KIND_UNKNOWN' as const, params: { kind: toLine(probe.codec, 40) } }] : []),
  ];
}

function pathOf({ folder }: Pick<ImportDeps, 'folder'>, itemId: string): string {
  return join(folder, itemId);
}

/** Writes how far a file is, once a second, and notices by that when nobody wants it any more. */
class CopyProgress {
  private last = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly deps: ImportDeps,
    private readonly item: ImportItem,
    private readonly stop: () => void,
    private readonly giveUp: (error: DiskFull) => void,
  ) {}

  report(bytesDone: number, bytesTotal: number | undefined): void {
    const now = this.deps.clock.now().getTime();
    if (now - this.last < reportMs) return;
    this.last = now;
    this.writing = this.writing.then(() => this.write(bytesDone, bytesTotal ?? null)).catch(() => {});
  }

  end(): Promise<void> {
    return this.writing;
  }

  private async write(bytesDone: number, bytesTotal: number | null): Promise<void> {
    const { manager } = this.deps.dataSource;
    await manager.update(ImportItem, { id: this.item.id, state: 'running' }, { bytesDone, bytesTotal });
    const found = await manager.findOne(Import, {
      where: { id: this.item.importId },
      select: { id: true, state: true },
    });
    if (found?.state !== 'running') this.stop();
    await refuseWithoutRoom(this.deps).catch(this.giveUp);
  }
}

/** What a feed says of a file's length decides nothing. @throws DiskFull */
async function refuseWithoutRoom({ freeBytes }: ImportDeps): Promise<void> {
  if ((await freeBytes()) < reserveBytes) throw new DiskFull();
}

function toName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
