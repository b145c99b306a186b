import { getEpisode } from '../../../api/episode.calls';
import { keepEpisode } from '../../../api/queries';
import type { Copy, Episode, FieldGroup } from '../../../api/types';
import { type Saved, type SavedOptions, useSaved } from './use-saved';

export interface GroupOptions<V extends object> extends Pick<SavedOptions<V, Episode>, 'save' | 'adopt' | 'check'> {
  group: FieldGroup;
  episode: Episode;
  read(copy: Copy, episode: Episode): V;
}

/** One group of an episode's fields with its own version, saved by itself. */
export function useGroup<V extends object>({ group, episode, read, ...rest }: GroupOptions<V>): Saved<V> {
  return useSaved<V, Episode>({
    ...rest,
    id: episode.id,
    group,
    answer: episode,
    version: (answer) => answer.working.versions[group],
    read: (answer) => read(answer.working, answer),
    load: () => getEpisode(episode.showId, episode.id),
    keep: keepEpisode,
  });
}
