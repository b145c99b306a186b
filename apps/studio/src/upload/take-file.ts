import { createEpisode, putEpisodeCover } from '../api/episode.calls';
import { keepEpisode } from '../api/queries';
import type { Episode } from '../api/types';
import { fingerprint } from './fingerprint';
import { keptUploads } from './kept-uploads';
import { readTags } from './read-tags';
import { startSending } from './uploads';

/** The unfinished upload of this very file, if this device remembers one. */
export async function findGhost(file: File) {
  const id = await fingerprint(file);
  return { id, ghost: keptUploads().find((kept) => kept.id === id) };
}

/** Makes a draft from a file at once (tags and name propose its facts) and starts the upload behind it. */
export async function draftFromFile(file: File, id: string, showId: string, eventId?: string): Promise<Episode> {
  const { tags, cover } = await readTags(file);
  const episode = await createEpisode(showId, { fileName: file.name, tags, ...(eventId && { eventId }) });
  keepEpisode(episode);
  if (cover) {
    const { cover: version } = episode.working.versions;
    void putEpisodeCover(showId, episode.id, version, cover, true).then(keepEpisode, () => undefined);
  }
  void startSending(file, { id, showId, episodeId: episode.id });
  return episode;
}
