import type { EpisodeView, FileView } from '#libs/catalog';
import { imageWidths } from '#libs/media';
import type { Storage } from '#libs/storage';
import type { ArchiveFile } from '../archive/archive-file.js';
import type { ArchiveView } from '../archive-view.query.js';
import type { StaticAddresses } from '../site/static-addresses.js';
import { originalPath } from './data.plan.js';

/** A stored file on its way into the archive. */
interface Wanted {
  path: string;
  key: string;
  at: Date;
}

/**
 * Everything of the show that lies in the storage, with its size: published sound and films, pictures in all their widths,
 * and, when they are there, originals and the sound of drafts. A file that is gone from the storage is left out.
 */
export async function findStoredFiles(
  storage: Storage,
  view: ArchiveView,
  addresses: StaticAddresses,
  draftNames: ReadonlyMap<string, string>,
): Promise<ArchiveFile[]> {
  const wanted = new Map<string, Wanted>();
  const want = (each: Wanted) => void (wanted.has(each.path) || wanted.set(each.path, each));
  for (const episode of view.episodes) for await (const each of mediaOf(storage, episode, addresses)) want(each);
  for (const episode of view.episodes) filesOf(episode, addresses).forEach(want);
  for (const each of imagesOf(view, addresses)) want(each);
  for (const draft of view.drafts) draftSound(draft, view, draftNames).forEach(want);
  for (const each of originalsOf(view, draftNames, addresses)) want(each);
  const found: ArchiveFile[] = [];
  for (const each of wanted.values()) {
    const stored = await storage.stat(each.key);
    if (stored) found.push(toFile(storage, each, stored.bytes));
  }
  return found;
}

function toFile(storage: Storage, { path, key, at }: Wanted, bytes: number): ArchiveFile {
  return { path, at, bytes, content: () => storage.read(key) };
}

/** The enclosure and what is beside it; a playlist with its parts. */
async function* mediaOf(storage: Storage, episode: EpisodeView, addresses: StaticAddresses): AsyncGenerator<Wanted> {
  const { enclosure } = episode;
  if (!enclosure) return;
  const at = episode.publishedAt!;
  yield { path: addresses.file(addresses.enclosureOf(episode, endingOf(enclosure))), key: enclosure.key, at };
  for (const file of enclosure.alternates) {
    const path = addresses.file(addresses.alternateOf(episode, file));
    yield { path, key: file.key, at };
    if (file.kind === 'hls') yield* partsOf(storage, file, path, at);
  }
}

async function* partsOf(storage: Storage, { key }: FileView, path: string, at: Date): AsyncGenerator<Wanted> {
  const [folder, target] = [folderOf(key), folderOf(path)];
  const keys: string[] = [];
  for await (const part of storage.list(folder)) keys.push(part.key);
  for (const part of keys.sort()) yield { path: target + part.slice(folder.length), key: part, at };
}

/** Slides, documents and pictures beside the sound. */
function filesOf({ id, files, publishedAt }: EpisodeView, addresses: StaticAddresses): Wanted[] {
  const at = publishedAt!;
  return files.map(({ id: fileId, name, key }) => ({
    path: addresses.file(addresses.episodeFile(id, fileId, name)),
    key,
    at,
  }));
}

/** Covers and portraits in every width that pages and feeds name. */
function* imagesOf({ show, episodes, guests, drafts }: ArchiveView, addresses: StaticAddresses): Generator<Wanted> {
  const keys = [
    show.coverKey,
    ...episodes.map((episode) => episode.coverKey),
    ...guests.map((guest) => guest.photoKey),
    ...drafts.map((draft) => draft.coverKey),
    ...episodes.flatMap(({ files }) => files.map(({ previewKey }) => previewKey)),
  ];
  const at = show.latestAt ?? new Date(0);
  for (const key of new Set(keys)) {
    if (!key) continue;
    for (const width of [...imageWidths, 'full' as const]) {
      const stored = width === 'full' ? key : key.replace(/(\.\w+)$/, `-${width}$1`);
      yield { path: addresses.file(addresses.image(key, width)), key: stored, at };
    }
  }
}

/** The sound of a draft, unless it is the published one. */
function draftSound(draft: EpisodeView, { episodes }: ArchiveView, names: ReadonlyMap<string, string>): Wanted[] {
  const { enclosure } = draft;
  if (!enclosure || episodes.some((episode) => episode.enclosure?.key === enclosure.key)) return [];
  return [{ path: `drafts/${names.get(draft.id)}.${endingOf(enclosure)}`, key: enclosure.key, at: draft.updatedAt }];
}

function* originalsOf(
  { episodes, drafts, originals }: ArchiveView,
  draftNames: ReadonlyMap<string, string>,
  addresses: StaticAddresses,
): Generator<Wanted> {
  for (const episode of [...episodes, ...drafts]) {
    const original = originals.get(episode.enclosure?.revisionId ?? '');
    if (!original) continue;
    const path = originalPath(episode, original.name, { addresses, draftNames });
    yield { path, key: original.key, at: episode.publishedAt ?? episode.updatedAt };
  }
}

function endingOf({ key }: FileView): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
