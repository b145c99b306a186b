import { lazy, Suspense, useEffect, useRef } from 'react';
import { useMatch, useNavigate, useParams } from 'react-router';
import { useInstance } from '../api/queries';
import { tell, tellProblem } from '../parts/toast';
import { useWords } from '../words/words';
import { offerFile, onAsk, onFile, type Target } from './choose-file';
import { takingFiles } from './destination';
import { DropOverlay } from './drop-overlay';
import { refusals, refuse } from './refuse';
import { startSending } from './uploads';
import { useWaitingFile } from './use-waiting-file';

const ShowChooser = lazy(async () => ({ default: (await import('./show-chooser')).ShowChooser }));

/** Takes a file from anywhere in the studio (drop, button or key) and brings it to its episode. */
export function DropZone() {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const { showId } = useParams();
  const onEvent = useMatch('/shows/:showId/events/:eventId');
  const instance = useInstance();
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef<Target>({});
  const waiting = useWaitingFile();

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
    waiting.put({ file, id, target });
  };

  useEffect(() => onFile(({ file, target }) => void take(file, target)));
  useEffect(() =>
    onAsk((target) => {
      asked.current = target;
      input.current?.click();
    }),
  );
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
      {waiting.asked && (
        <Suspense>
          <ShowChooser
            shows={takingFiles(waiting.shows)}
            fileName={waiting.asked.file.name}
            onChoose={waiting.answer}
            onClose={waiting.forget}
          />
        </Suspense>
      )}
    </>
  );
}
