import { type Probe, type SourceName, type Sources, type Track } from '#libs/ffmpeg';
import type { Storage } from '#libs/storage';
import type { Revision } from '../recording/revision.entity.js';

/** Lends the files of a recording, its original first, as tracks that sound together. */
export function withTracks<T>(
  storage: Storage,
  revision: Revision,
  work: (tracks: readonly Track[]) => Promise<T>,
): Promise<T> {
  const keys = [revision.originalKey!, ...revision.tracks.map(({ key }) => key)];
  return withLocalFiles(storage, keys, (files) => work(files.map((file, i) => toTrack(revision, file, i))));
}

/** Lends the files of several recordings by the place that each has in a timeline. */
export function withSources<T>(
  storage: Storage,
  revisions: Readonly<Partial<Record<SourceName, Revision>>>,
  work: (sources: Sources) => Promise<T>,
): Promise<T> {
  const names = Object.keys(revisions) as SourceName[];
  const lend = (left: readonly SourceName[], sources: Sources): Promise<T> => {
    const [name, ...others] = left;
    if (!name) return work(sources);
    return withTracks(storage, revisions[name]!, (tracks) => lend(others, { ...sources, [name]: tracks }));
  };
  return lend(names, {});
}

function toTrack({ probe, tracks }: Revision, file: string, index: number): Track {
  if (index === 0) return { file, probe: probe as unknown as Probe, gainDb: 0, delayMs: 0 };
  const { probe: found, gainDb, delayMs } = tracks[index - 1]!;
  return { file, probe: found!, gainDb: gainDb ?? 0, delayMs };
}

function withLocalFiles<T>(
  storage: Storage,
  keys: readonly string[],
  work: (files: readonly string[]) => Promise<T>,
  files: readonly string[] = [],
): Promise<T> {
  const [key, ...others] = keys;
  if (!key) return work(files);
  return storage.withLocalFile(key, (file) => withLocalFiles(storage, others, work, [...files, file]));
}
