import { isDeepStrictEqual } from 'node:util';
import { type Actor, Conflict, newId } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { EpisodeChange } from './episode-change.entity.js';
import { EpisodeCopy, type FieldGroup, type Proposals } from './episode-copy.entity.js';
import { groupFields } from './episode-form.plan.js';
import { loadWorking, lockEpisode } from './episode-rows.js';
import { Episode } from './episode.entity.js';
import { announceEdit } from './episode.facts.js';
import { edit } from './episode.state.js';

/** One save of one field group of a working copy. */
export interface GroupSave {
  actor: Actor;
  showId: string;
  episodeId: string;
  group: FieldGroup;
  /** The version that the save is based on. */
  version: number;
  /** What is being saved, for the conflict. */
  yours: unknown;
  /** Proposed fields that this save confirms; the others of the group stay open. */
  confirms: readonly string[];
  /** The group's present value. */
  read: (copy: EpisodeCopy, episode: Episode) => unknown;
  write: (copy: EpisodeCopy, episode: Episode) => Promise<void>;
}

/**
 * Saves a group inside the caller's transaction, and keeps a row of the change. A save without a difference only
 * confirms proposals. Editing touches the working copy only: what is published stays until *Update*.
 * @throws Conflict when the group has another version by now, with both values (`ux` 4.0).
 */
export async function saveGroup(manager: EntityManager, save: GroupSave): Promise<void> {
  const episode = await lockEpisode(manager, save.showId, save.episodeId);
  const copy = await loadWorking(manager, episode.id);
  const before = save.read(copy, episode);
  const current = copy.versions[save.group];
  if (current !== save.version) throw new Conflict(before, save.yours, current);
  await save.write(copy, episode);
  const saved = await loadWorking(manager, episode.id);
  const savedEpisode = await manager.findOneByOrFail(Episode, { id: episode.id });
  const after = save.read(saved, savedEpisode);
  const proposals = withoutConfirmed(saved.proposals, save.confirms);
  const isChanged = !isDeepStrictEqual(before, after);
  const versions = isChanged ? { ...copy.versions, [save.group]: current + 1 } : copy.versions;
  await manager.update(EpisodeCopy, { id: copy.id }, { versions, proposals });
  if (!isChanged) return;
  await manager.update(Episode, { id: episode.id }, { hasUnreleasedChanges: edit(savedEpisode).hasUnreleasedChanges });
  await announceEdit(manager, savedEpisode);
  await manager.insert(EpisodeChange, {
    id: newId(),
    episodeId: episode.id,
    fieldGroup: save.group,
    version: current + 1,
    userId: save.actor.kind === 'user' ? save.actor.userId : null,
    guestLinkId: save.actor.kind === 'guest' ? save.actor.linkId : null,
    before: before as object,
    after: after as object,
  });
}

/** The fields of a group that a save confirms: all, but those that it asks to keep open. */
export function confirmedFields(group: FieldGroup, keep: readonly string[] = []): string[] {
  return groupFields[group].filter((field) => !keep.includes(field));
}

function withoutConfirmed(proposals: Proposals, confirms: readonly string[]): Proposals {
  return Object.fromEntries(Object.entries(proposals).filter(([field]) => !confirms.includes(field)));
}
