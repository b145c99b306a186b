import { type LoadedAssets } from '#libs/pages';
import type { Storage } from '#libs/storage';
import type { ArchiveFile } from './archive/archive-file.js';
import type { ArchiveView } from './archive-view.query.js';
import { newestChange, toFeedFiles } from './content/feed-files.js';
import { toNames } from './content/names.plan.js';
import { toReadMe } from './content/read-me.js';
import { findStoredFiles } from './content/stored-files.js';
import { type ReadTranscript, toTranscriptFiles } from './content/transcript-files.js';
import { toChapterFiles, toDataFiles, toNoteFiles } from './content/text-files.js';
import { toSiteFiles } from './site/site-files.js';
import { StaticAddresses } from './site/static-addresses.js';

export interface ArchiveContent {
  files: ArchiveFile[];
  /** Of the stored files; texts are made while they are written. */
  bytes: number;
}

/** Where the content comes from that is not in the view. */
export interface ArchiveSources {
  storage: Storage;
  assets: LoadedAssets;
  readTranscript: ReadTranscript;
}

/**
 * Every file of an archive in its order, small ones first; the same view gives the same files with the same bytes.
 * @param baseUrl where the site is to be put, without a slash at its end.
 */
export async function toArchiveFiles(
  { storage, assets, readTranscript }: ArchiveSources,
  view: ArchiveView,
  baseUrl: string,
): Promise<ArchiveContent> {
  const addresses = new StaticAddresses(baseUrl, toNames(view.episodes));
  const draftNames = toNames(view.drafts);
  const stored = await findStoredFiles(storage, view, addresses, draftNames);
  const there = new Set(stored.map(({ path }) => path));
  const paths = { addresses, draftNames, hasFile: (path: string) => there.has(path) };
  const at = newestChange(view.episodes);
  const files = [
    toReadMe(view, baseUrl, at),
    ...toFeedFiles(view, addresses),
    ...toSiteFiles(view, addresses, assets, readTranscript, at),
    ...toDataFiles(view, paths),
    ...toNoteFiles(view, paths),
    ...toChapterFiles(view, paths),
    ...toTranscriptFiles(view, addresses, readTranscript),
    ...stored,
  ];
  return { files, bytes: stored.reduce((sum, { bytes = 0 }) => sum + bytes, 0) };
}
