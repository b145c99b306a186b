import type { Actor } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { loadCopy } from '../episode/copy-tree.js';
import { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { Episode } from '../episode/episode.entity.js';
import { announceEpisode } from '../episode/episode.facts.js';
import { saveGroup } from '../episode/group-save.js';
import { loadWorking } from '../episode/episode-rows.js';
import { toPeople } from '../episode/group-values.js';
import { type AppearancePatch, patchAppearance } from '../guest-link/own-appearance.js';

/** Whose appearance, in which episode. */
export interface AppearanceAt {
  showId: string;
  episodeId: string;
  personId: string;
}

/** Changes an appearance in the working copy, as a save like any other: a version, a row of who changed it. */
export async function changeWorking(
  manager: EntityManager,
  actor: Actor,
  { showId, episodeId, personId }: AppearanceAt,
  patch: AppearancePatch,
): Promise<void> {
  const { versions } = await loadWorking(manager, episodeId);
  await saveGroup(manager, {
    ...{ actor, showId, episodeId, group: 'people', version: versions.people },
    ...{ yours: patch, confirms: [], read: toPeople },
    write: (copy) => patchAppearance(manager, copy.id, personId, patch),
  });
}

/**
 * Changes an appearance also in what is released, without letting anything else out that waits for *Update*: that stays
 * as it is, and goes on waiting. Pages and feeds are told.
 */
export async function changeReleased(
  manager: EntityManager,
  actor: Actor,
  at: AppearanceAt,
  patch: AppearancePatch,
): Promise<void> {
  const before = await manager.findOneByOrFail(Episode, { id: at.episodeId });
  if ((await loadWorking(manager, at.episodeId)).appearances.some(({ personId }) => personId === at.personId)) {
    await changeWorking(manager, actor, at, patch);
  }
  const released = await loadCopy(manager, at.episodeId, 'released');
  if (!released) return;
  await patchAppearance(manager, released.id, at.personId, patch);
  // Nothing of its own: the row's time tells pages and feeds that it is another one.
  await manager.update(EpisodeCopy, { id: released.id }, { versions: released.versions });
  const { hasUnreleasedChanges } = before;
  await manager.update(Episode, { id: at.episodeId }, { hasUnreleasedChanges });
  if (before.state === 'published') await announceEpisode(manager, 'updated', before);
}
