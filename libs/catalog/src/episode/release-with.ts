import type { EntityManager } from 'typeorm';
import { isDeepStrictEqual } from 'node:util';
import { loadWorking } from './episode-rows.js';
import type { Episode, ReleaseWith } from './episode.entity.js';

/**
 * A rendering of the whole catalogue may ask that listeners get each sound by itself. What becomes of that wish when a
 * revision is attached: it holds for that revision only, and not when anything else waits for *Update*.
 */
export async function keepRelease(
  manager: EntityManager,
  { id, state, hasUnreleasedChanges, releaseWith }: Episode,
  revisionId: string,
): Promise<ReleaseWith | null> {
  const holds = releaseWith?.revisionId === revisionId && state === 'published' && !hasUnreleasedChanges;
  return holds ? { revisionId, versions: (await loadWorking(manager, id)).versions } : null;
}

/** Whether the working copy is still what it was when the revision was attached, and so may go out by itself. */
export async function mayReleaseBySelf(manager: EntityManager, { id, state, releaseWith }: Episode): Promise<boolean> {
  if (!releaseWith?.versions || state !== 'published') return false;
  const { revisionId, versions, soundNoteShown } = await loadWorking(manager, id);
  const [released]: { shown: boolean }[] = await manager.query(
    `select sound_note_shown as shown from episode_copies where episode_id = $1 and kind = 'released'`,
    [id],
  );
  const isSame = isDeepStrictEqual(versions, releaseWith.versions) && released?.shown === soundNoteShown;
  return isSame && revisionId === releaseWith.revisionId;
}
