import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useMatch, useNavigate, useParams } from 'react-router';
import { useInstance, useShows } from '../api/queries';
import type { Show } from '../api/types';
import { tell, tellProblem } from '../parts/toast';
import { toSentence } from '../parts/error-note';
import { useWords } from '../words/words';
import { offerFile, onAsk, onFile, type Target } from './choose-file';
import { DropOverlay } from './drop-overlay';
import { rememberShow } from './remembered-show';
import { refuse } from './refuse';
import { startSending } from './uploads';

interface Waiting {
  file: File;
  id: string;
  target: Target;
}

const ShowChooser = lazy(async () => ({ default: (await import('./show-chooser')).ShowChooser }));

/** Takes a file from anywhere in the studio (drop, button or key) and brings it to its episode. */
export function DropZone() {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const { showId } = useParams();
  const onEvent = useMatch('/shows/:showId/events/:eventId');
  const shows = useShows();
  const instance = useInstance();
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef<Target>({});
  const [waiting, setWaiting] = useState<Waiting | null>(null);

  const open = async (show: string, { file, id, target }: Waiting) => {
    try {
      rememberShow(show);
      const { draftFromFile } = await import('./take-file');
      const episode = await draftFromFile(file, id, show, target.eventId);
      tell(t('studio.upload.draftOpened'));
      void navigate(`/shows/${show}/episodes/${episode.id}`);
    } catch (error) {
      tellProblem(toSentence(error, words));
    }
  };

  const take = async (file: File, target: Target) => {
    const refusal = refuse(file, instance.data?.uploadMaxBytes ?? 0);
    if (refusal) {
      const most = words.bytes(instance.data?.uploadMaxBytes ?? 0);
      return tellProblem(t(refusals[refusal], { name: file.name, most }));
    }
    const { findGhost } = await import('./take-file');
    const { id, ghost } = await findGhost(file);
    if (ghost && (!target.episodeId || target.episodeId === ghost.episodeId)) {
      void startSending(file, ghost);
      tell(t('studio.upload.resumed', { name: file.name }));
      return void navigate(`/shows/${ghost.showId}/episodes/${ghost.episodeId}`);
    }
    if (target.showId && target.episodeId) {
      return void startSending(file, { id, showId: target.showId, episodeId: target.episodeId });
    }
    const open_ = writable(shows.data);
    const only = target.showId ?? (open_.length === 1 ? open_[0]?.id : undefined);
    if (only) return void open(only, { file, id, target });
    setWaiting({ file, id, target });
    if (shows.data?.length === 0) {
      tell(t('studio.upload.showFirst'));
      void navigate('/shows/new');
    }
  };

  useEffect(() => onFile(({ file, target }) => void take(file, target)));
  useEffect(() =>
    onAsk((target) => {
      asked.current = target;
      input.current?.click();
    }),
  );
  const firstShow = shows.data?.length === 1 ? shows.data[0] : undefined;
  useEffect(() => {
    if (!waiting || !firstShow) return;
    setWaiting(null);
    void open(firstShow.id, waiting);
  }, [firstShow?.id]);

  return (
    <>
      <input
        ref={input}
        type="file"
        accept="audio/*,video/*,.mkv,.flac,.opus,.wav,.aif,.aiff,.m4a,.mxf"
        aria-label={t('studio.upload.choose')}
        style={{ display: 'none' }}
        data-testid="recording-file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) offerFile(file, asked.current);
        }}
      />
      <DropOverlay onDrop={(file) => void take(file, { showId, eventId: onEvent?.params.eventId })} />
      {waiting && !firstShow && (
        <Suspense>
          <ShowChooser
            shows={writable(shows.data)}
            fileName={waiting?.file.name ?? ''}
            onChoose={(show) => {
              const chosen = waiting;
              setWaiting(null);
              if (chosen) void open(show, chosen);
            }}
            onClose={() => setWaiting(null)}
          />
        </Suspense>
      )}
    </>
  );
}

const refusals = {
  empty: 'studio.upload.refuse.empty',
  'not-sound': 'studio.upload.refuse.notSound',
  'too-large': 'studio.upload.refuse.tooLarge',
} as const;

const writable = (shows: Show[] | undefined) => (shows ?? []).filter((show) => show.role !== 'moderator');
