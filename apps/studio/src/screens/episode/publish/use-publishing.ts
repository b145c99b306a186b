import { useMutation } from '@tanstack/react-query';
import { publish, schedule, unpublish, unschedule, update } from '../../../api/episode.calls';
import { Problem } from '../../../api/problem';
import { keepEpisode, refreshCatalog } from '../../../api/queries';
import type { Episode } from '../../../api/types';
import { dropToast, tell, tellProblem } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { flushAll } from '../autosave/save-states';
import type { Act } from './act';

/** So long a *Publish now* can be taken back as if nothing had been. */
const undoSeconds = 60;

const done = {
  update: 'studio.publish.done.update',
  unpublish: 'studio.publish.unpublished',
  unschedule: 'studio.publish.done.unschedule',
  schedule: 'studio.publish.done.schedule',
} as const;

/** What a producer decides about an episode, carried out once everything typed is saved. */
export function usePublishing(episode: Episode) {
  const { t, dateTime } = useWords();
  const keep = (answer: Episode) => {
    keepEpisode(answer);
    refreshCatalog();
  };
  const act = useMutation({
    mutationFn: async (wanted: Act) => {
      if (!(await flushAll())) throw new Problem(0, 'NOT_SAVED', t('studio.publish.notSaved'));
      return perform(episode, wanted);
    },
    onSuccess: (answer, wanted) => {
      keep(answer);
      if (wanted.do !== 'publish') return void tell(t(done[wanted.do]));
      const toast = tell(t('release.done.soon'), { label: t('release.undo'), run: () => undo.mutate() });
      begun.set(episode.id, { before: planOf(episode), toast });
    },
  });
  const undo = useMutation({
    mutationFn: () => takeBack(episode),
    onSuccess: (answer) => {
      keep(answer);
      const zone = answer.scheduledZone ?? undefined;
      if (answer.scheduledAt) tell(t('release.undoneTo', { when: dateTime(answer.scheduledAt, zone) }));
      else tell(t('release.undone'));
    },
    onError: (error) => tellProblem(error.message),
  });
  return { act, undo };
}

/** Of episodes that are to go out in a minute: what was planned before, and the notice that offers to take it back. */
const begun = new Map<string, { before: Plan | undefined; toast: number }>();
interface Plan {
  local: string;
  zone: string;
}

function planOf({ state, scheduledLocal, scheduledZone }: Episode): Plan | undefined {
  if (state !== 'scheduled' || !scheduledLocal || !scheduledZone) return undefined;
  return { local: scheduledLocal, zone: scheduledZone };
}

/** Everything is again as it was, an earlier plan too. */
async function takeBack({ showId, id }: Episode): Promise<Episode> {
  const answer = await unschedule(showId, id);
  const { before, toast } = begun.get(id) ?? {};
  begun.delete(id);
  if (toast !== undefined) dropToast(toast);
  return before ? schedule(showId, id, before) : answer;
}

function perform({ showId, id }: Episode, wanted: Act): Promise<Episode> {
  if (wanted.do === 'schedule') return schedule(showId, id, wanted.form);
  if (wanted.do === 'publish') return publish(showId, id, undoSeconds);
  return { update, unpublish, unschedule }[wanted.do](showId, id);
}
