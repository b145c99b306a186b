import { newId } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { EpisodeChange } from '../episode/episode-change.entity.js';
import { EpisodeCopy, type FieldGroup } from '../episode/episode-copy.entity.js';
import { loadWorking } from '../episode/episode-rows.js';
import { EpisodeText } from '../episode/episode-text.entity.js';
import { Episode } from '../episode/episode.entity.js';
import { toBasics, toTexts } from '../episode/group-values.js';
import { shiftMoment, shiftTakeaways } from './moment-shift.plan.js';
import { readSounds, type RevisionSound } from './revision-sound.js';

type SoundTime = RevisionSound['time'];

/**
 * When a working copy gets another sound, "start here" and the times of its takeaways move with it, as changes like any
 * other. Where there was no sound before, they are left as they were given. @param before the copy as it played the old sound.
 */
export async function moveMoments(manager: EntityManager, before: EpisodeCopy, revisionId: string): Promise<void> {
  const hasTimes = before.texts.some(({ takeaways }) => takeaways.some(({ atMs }) => atMs !== null));
  if (!before.revisionId || (before.startHereMs === null && !hasTimes)) return;
  const sounds = await readSounds(manager, [revisionId, before.revisionId]);
  const [from, to] = [sounds.get(before.revisionId)?.time, sounds.get(revisionId)?.time];
  if (!from || !to) return;
  await moveStart(manager, before, from, to);
  if (hasTimes) await moveTakeaways(manager, before, from, to);
}

async function moveStart(manager: EntityManager, copy: EpisodeCopy, from: SoundTime, to: SoundTime): Promise<void> {
  if (copy.startHereMs === null) return;
  const startHereMs = shiftMoment(copy.startHereMs, from, to);
  if (startHereMs === copy.startHereMs) return;
  const episode = await manager.findOneByOrFail(Episode, { id: copy.episodeId });
  const old = toBasics(copy, episode);
  await manager.update(EpisodeCopy, { id: copy.id }, { startHereMs });
  await keepChange(manager, copy, 'basics', { before: old, after: { ...old, startHereMs } });
}

async function moveTakeaways(manager: EntityManager, copy: EpisodeCopy, from: SoundTime, to: SoundTime): Promise<void> {
  const old = toTexts(copy);
  const after = old.map((text) => ({ ...text, takeaways: shiftTakeaways(text.takeaways, from, to) }));
  if (JSON.stringify(after) === JSON.stringify(old)) return;
  for (const { lang, takeaways } of after) {
    await manager.update(EpisodeText, { copyId: copy.id, lang }, { takeaways });
  }
  await keepChange(manager, copy, 'texts', { before: old, after });
}

async function keepChange(
  manager: EntityManager,
  { id, episodeId }: EpisodeCopy,
  fieldGroup: FieldGroup,
  values: { before: object; after: object },
): Promise<void> {
  const { versions } = await loadWorking(manager, episodeId);
  const version = versions[fieldGroup] + 1;
  await manager.update(EpisodeCopy, { id }, { versions: { ...versions, [fieldGroup]: version } });
  await manager.insert(EpisodeChange, { id: newId(), episodeId, fieldGroup, version, userId: null, ...values });
}
