import { newId } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { Chapter } from '../episode/chapter.entity.js';
import { EpisodeChange } from '../episode/episode-change.entity.js';
import { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { toChapters } from '../episode/group-values.js';
import { insertParts, loadCopy } from '../episode/copy-tree.js';
import { shiftChapters } from './chapter-shift.plan.js';
import { readSounds } from './revision-sound.js';

/**
 * When a working copy gets another sound its chapters move with it, as a change like any other: a version, a row with
 * before and after. Nothing happens where nothing moves.
 */
export async function moveChapters(manager: EntityManager, copy: EpisodeCopy, revisionId: string): Promise<void> {
  if (copy.chapters.length === 0 && copy.lostChapters.length === 0) return;
  const sounds = await readSounds(manager, [revisionId, copy.revisionId ?? []].flat());
  const from = copy.revisionId ? sounds.get(copy.revisionId)?.time : undefined;
  const { chapters, lost } = shiftChapters(
    copy.chapters,
    copy.lostChapters,
    from ?? null,
    sounds.get(revisionId)!.time,
  );
  const before = toChapters(copy);
  await manager.delete(Chapter, { copyId: copy.id });
  await insertParts(manager, copy.id, { chapters });
  await manager.update(EpisodeCopy, { id: copy.id }, { lostChapters: lost });
  const after = toChapters((await loadCopy(manager, copy.episodeId, 'working'))!);
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  const version = copy.versions.chapters + 1;
  await manager.update(EpisodeCopy, { id: copy.id }, { versions: { ...copy.versions, chapters: version } });
  const change = { episodeId: copy.episodeId, fieldGroup: 'chapters' as const, version, userId: null };
  await manager.insert(EpisodeChange, { id: newId(), ...change, before, after });
}
