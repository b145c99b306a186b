import type { EpisodeQuery } from '#libs/catalog';

/** How long a replaced file goes on answering, less a day of margin. */
const keptMs = 29 * 24 * 3_600_000;

/** Whether the address of an enclosure, `…/m/{episode}/{revision}/{file}`, still answers at this moment. */
export async function isFileKept(url: string, episodes: Pick<EpisodeQuery, 'releases'>, now: Date): Promise<boolean> {
  const [, episodeId, number] = /\/m\/([0-9a-f-]{36})\/(\d+)\/[^/]+$/.exec(url) ?? [];
  if (!episodeId) return false;
  const release = (await episodes.releases(episodeId)).find((each) => each.number === Number(number));
  if (!release) return false;
  return release.replacedAt === null || now.getTime() - release.replacedAt.getTime() < keptMs;
}
