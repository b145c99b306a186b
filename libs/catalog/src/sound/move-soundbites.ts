import { newId } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { EpisodeChange } from '../episode/episode-change.entity.js';
import { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { loadWorking } from '../episode/episode-rows.js';
import { toFeed } from '../episode/group-values.js';
import { readSounds } from './revision-sound.js';
import { shiftSoundbites } from './soundbite-shift.plan.js';

/**
 * When a working copy gets another sound its soundbites move with it, as a change like any other. Where there was no
 * sound before, their times are left as they were given. @param before the copy as it played the old sound.
 */
export async function moveSoundbites(manager: EntityManager, before: EpisodeCopy, revisionId: string): Promise<void> {
  const { episodeId, revisionId: oldId } = before;
  const old = toFeed(before);
  if (old.soundbites.length === 0 || !oldId) return;
  const sounds = await readSounds(manager, [revisionId, oldId]);
  const [from, to] = [sounds.get(oldId)?.time, sounds.get(revisionId)?.time];
  if (!from || !to) return;
  const soundbites = shiftSoundbites(old.soundbites, from, to);
  if (JSON.stringify(soundbites) === JSON.stringify(old.soundbites)) return;
  const after = { ...old, soundbites };
  const { versions } = await loadWorking(manager, episodeId);
  const version = versions.feed + 1;
  await manager.update(EpisodeCopy, { id: before.id }, { feed: after, versions: { ...versions, feed: version } });
  const change = { episodeId, fieldGroup: 'feed' as const, version, userId: null };
  await manager.insert(EpisodeChange, { id: newId(), ...change, before: old, after });
}
