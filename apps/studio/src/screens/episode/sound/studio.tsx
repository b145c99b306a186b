import { ActionIcon, Group } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { audioUrl } from '../../../api/media.calls';
import { makeSound } from '../../../api/sound.calls';
import type { EpisodeSound } from '../../../api/sound.types';
import type { Episode, Recording, Show } from '../../../api/types';
import { isUnderWay } from '../../../live/is-under-way';
import { latestRevision } from '../../../live/latest-revision';
import { useWords } from '../../../words/words';
import { SaveNote } from '../autosave/save-note';
import { forgetSaves } from '../autosave/save-states';
import { useFreshSound } from '../use-fresh-sound';
import { Aside } from './aside';
import { FileFacts } from './file-facts';
import { MakeProgress } from './make/progress';
import { SelectionBar } from './edit/selection-bar';
import { SoundClash } from './edit/sound-clash';
import { useSoundEdit } from './edit/use-sound-edit';
import { MakeBar } from './make/make-bar';
import { PreviewBar } from './make/preview-bar';
import { usePreview } from './make/use-preview';
import { useSoundAct } from './make/use-sound-act';
import { BlindBar } from './play/blind-bar';
import { BrokenNote } from './play/broken-note';
import { Transport } from './play/transport';
import { Plot } from './plot/plot';
import { usePeaks } from './plot/use-peaks';
import { Sentences } from './read/sentences';
import { TableTwin } from './read/table-twin';
import classes from './studio.module.css';
import type { ShownSound } from './stage/shown-sound';
import { toKeyMap } from './stage/sound-keys';
import { useActs } from './stage/use-acts';
import { useKeys } from './stage/use-keys';
import { useStage } from './stage/use-stage';

export interface StudioProps {
  episode: Episode;
  show: Show;
  recording: Recording;
  sound: EpisodeSound;
  shown: ShownSound;
  mayEdit: boolean;
}

/** The Sound screen once something was measured (`ux` 4.5). */
export function Studio(props: StudioProps) {
  const { episode, recording, sound, shown, mayEdit } = props;
  const { t } = useWords();
  const editing = useSoundEdit(episode, sound);
  const stage = useStage(shown, useTake(episode, shown));
  const acts = useActs(stage, editing, mayEdit);
  const preview = usePreview(episode, stage, editing);
  const act = useSoundAct(episode);
  const peaks = usePeaks(episode, shown);
  const [openFinding, setOpenFinding] = useState<number | null>(null);
  const latest = latestRevision(recording)!;
  const isBusy = isUnderWay(latest.state);
  const make = () =>
    act.mutate({ run: () => makeSound(episode.showId, episode.id), done: t('studio.sound.makeOnItsWay') });
  const mayMake = mayEdit && !isBusy && !act.isPending;
  useKeys(
    toKeyMap(stage, acts, editing, {
      make: mayMake ? make : undefined,
      preview: mayEdit ? preview.begin : undefined,
    }),
  );
  useEffect(() => forgetSaves, []);
  useFreshSound(episode);
  const targetLufs = shown.report.targetLufs ?? sound.effective.targetLufs;
  return (
    <div className={classes.studio}>
      <div className={classes.head}>
        <SaveNote />
        {mayEdit && (
          <Group gap={6}>
            <ActionIcon
              size={38}
              variant="default"
              disabled={!editing.canUndo}
              onClick={editing.undo}
              aria-label={t('studio.undo')}
              aria-keyshortcuts="Control+Z"
            >
              <IconArrowBackUp size={19} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={38}
              variant="default"
              disabled={!editing.canRedo}
              onClick={editing.redo}
              aria-label={t('studio.sound.redo')}
              aria-keyshortcuts="Control+Shift+Z"
            >
              <IconArrowForwardUp size={19} aria-hidden />
            </ActionIcon>
          </Group>
        )}
      </div>
      <FileFacts revision={shown.revision} />
      <Sentences shown={shown} targetLufs={targetLufs} />
      <Plot
        {...{ stage, peaks, openFinding, targetLufs }}
        value={editing.value}
        findings={sound.findings}
        isBlind={acts.blind !== null && acts.blind.choice === undefined}
      />
      <Transport stage={stage} acts={acts} />
      <BlindBar acts={acts} />
      <BrokenNote stage={stage} />
      {mayEdit && <SelectionBar stage={stage} acts={acts} />}
      <div className={classes.acts}>
        {mayEdit && <PreviewBar preview={preview} />}
        <div>
          {mayEdit && <MakeBar episode={episode} act={act} isBusy={isBusy} make={make} />}
          <MakeProgress episode={episode} revision={latest} mayEdit={mayEdit} />
        </div>
      </div>
      <TableTwin shown={shown} />
      <Aside {...props} {...{ editing, stage, openFinding }} onOpenFinding={setOpenFinding} />
      <SoundClash clash={editing.clash} />
    </div>
  );
}

function useTake(episode: Episode, { revision, axis, hasAfter }: ShownSound) {
  const { id, showId } = episode;
  return useMemo(
    () => ({
      before: audioUrl(showId, id, 'before', revision.id),
      after: hasAfter ? audioUrl(showId, id, 'after', revision.id) : null,
      axis,
    }),
    [showId, id, revision.id, axis, hasAfter],
  );
}
