import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { getEpisode } from '../../../api/episode.calls';
import { Problem } from '../../../api/problem';
import { keepEpisode, queryClient } from '../../../api/queries';
import {
  type At,
  chooseSpeakers,
  dropTranscript,
  putFile,
  putText,
  type TimesOf,
  transcriptKeys,
  type Transcripts,
  undoTranscript,
} from '../../../api/transcript.calls';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { flushAll } from '../autosave/save-states';

/** A file, or a text that was pasted. */
export type Source = Blob | string;

type Act =
  | { kind: 'send'; lang: string; source: Source; timesOf: TimesOf }
  | { kind: 'speaker'; lang: string; speaker: string; personId: string | null }
  | { kind: 'remove' | 'undo'; lang: string };
type Answer = Transcripts & { problems?: { path: string; message: string }[] };

/** Changes of an episode's transcripts; those that replace or remove one can be taken back for a minute. */
export function useTranscriptAct(at: At, version: number) {
  const { t } = useWords();
  const [problems, setProblems] = useState<Record<string, string[]>>({});
  const change = useMutation({
    mutationFn: async (act: Act): Promise<Answer> => {
      // Names of people who are being typed are needed to know speakers.
      if (act.kind === 'send') await flushAll();
      return run(at, versionNow(at, version), act);
    },
    onSuccess: (answer, act) => {
      keep(at, answer);
      if (act.kind === 'speaker') return;
      setProblems((all) => ({ ...all, [act.lang]: (answer.problems ?? []).map(({ message }) => message) }));
      const n = answer.items.find(({ lang }) => lang === act.lang)?.segments ?? 0;
      const undo = { label: t('studio.undo'), run: () => change.mutate({ kind: 'undo', lang: act.lang }) };
      if (act.kind === 'send') tell(t('studio.transcript.saved', { n }), undo);
      else if (act.kind === 'remove') tell(t('studio.transcript.removed'), undo);
      else tell(t('studio.transcript.back'));
    },
    onError: (error) => {
      if (error instanceof Problem && error.status === 409) {
        void queryClient.invalidateQueries({ queryKey: transcriptKeys.list(at.episodeId) });
      }
    },
  });
  return {
    isBusy: change.isPending,
    error: change.error,
    problemsOf: (lang: string) => problems[lang] ?? [],
    send: (lang: string, source: Source, timesOf: TimesOf) => change.mutate({ kind: 'send', lang, source, timesOf }),
    choose: (lang: string, speaker: string, personId: string | null) =>
      change.mutate({ kind: 'speaker', lang, speaker, personId }),
    remove: (lang: string) => change.mutate({ kind: 'remove', lang }),
  };
}

function run(at: At, version: number, act: Act): Promise<Answer> {
  switch (act.kind) {
    case 'send':
      return typeof act.source === 'string'
        ? putText(at, act.lang, { version, text: act.source, timesOf: act.timesOf })
        : putFile(at, act.lang, { version, timesOf: act.timesOf }, act.source);
    case 'speaker':
      return chooseSpeakers(at, act.lang, { version, speakers: { [act.speaker]: act.personId } });
    case 'remove':
      return dropTranscript(at, act.lang, version);
    case 'undo':
      return undoTranscript(at, act.lang, version);
  }
}

/** An undo may come long after the render that offered it. */
function versionNow({ episodeId }: At, version: number): number {
  return queryClient.getQueryData<Transcripts>(transcriptKeys.list(episodeId))?.version ?? version;
}

/** The workspace has to know, too, that there is something that listeners do not have yet. */
function keep({ showId, episodeId }: At, { version, items, refusals }: Answer): void {
  queryClient.setQueryData<Transcripts>(transcriptKeys.list(episodeId), { version, items, refusals });
  void getEpisode(showId, episodeId).then(keepEpisode);
}
