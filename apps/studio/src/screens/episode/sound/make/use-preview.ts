import { useEffect, useRef, useState } from 'react';
import { askPreview, getPreview } from '../../../../api/sound.calls';
import type { Preview } from '../../../../api/sound.types';
import { audioUrl } from '../../../../api/media.calls';
import type { Episode } from '../../../../api/types';
import { isUnderWay } from '../../../../live/is-under-way';
import type { SoundEditing } from '../edit/use-sound-edit';
import { toEdit } from '../edit/sound-value';
import { isSame } from '../../autosave/merge';
import { keptClips, nextKept, sliceAxis, toAfter, toAxis } from '../model/axis';
import type { Stage } from '../stage/use-stage';
import { matchPreview } from './match-preview';

export type PreviewPhase =
  | { phase: 'none' }
  | { phase: 'making'; sinceMs: number }
  | { phase: 'ready'; startMs: number; endMs: number; isOld: boolean }
  | { phase: 'failed'; error: unknown };

const askEveryMs = 350;

/** Half a minute around the cursor as it would sound now; played against the recording at the same place. */
export function usePreview({ id, showId }: Episode, stage: Stage, editing: SoundEditing) {
  const [state, setState] = useState<PreviewPhase>({ phase: 'none' });
  const made = useRef<{ edit: unknown; turn: number }>({ edit: null, turn: 0 });
  const { axis, shown, player } = stage;
  const edit = toEdit(editing.value);

  const begin = async () => {
    const turn = (made.current.turn += 1);
    const isMine = () => made.current.turn === turn;
    const preview = toAxis(axis.durationMs, keptClips(axis.durationMs, edit.cuts));
    const at = toAfter(preview, nextKept(preview, Math.max(0, player.at)) ?? 0) ?? 0;
    setState({ phase: 'making', sinceMs: performance.now() });
    try {
      let answer: Preview = await askPreview(showId, id, Math.round(at), edit);
      while (isMine() && isUnderWay(answer.state)) {
        await new Promise((resolve) => setTimeout(resolve, askEveryMs));
        answer = await getPreview(showId, id, answer.id);
      }
      if (!isMine()) return;
      if (answer.state !== 'done') return setState({ phase: 'failed', error: answer.error });
      const url = answer.url ?? '';
      const part = sliceAxis(preview, answer.startMs, answer.endMs);
      const last = part.clips.at(-1);
      if (!last) return setState({ phase: 'none' });
      const stretch = { startMs: part.clips[0]!.startMs, endMs: last.endMs };
      const match = await matchPreview(url, part, shown.curves.before);
      if (!isMine()) return;
      made.current.edit = edit;
      const before = audioUrl(showId, id, 'before', shown.revision.id);
      stage.borrow({ before, after: url, axis: part, stretch }, match);
      setState({ phase: 'ready', ...stretch, isOld: false });
      // The elements are exchanged by the next drawing.
      setTimeout(() => {
        player.turn('after');
        player.play();
      }, 60);
    } catch (error) {
      if (isMine()) setState({ phase: 'failed', error });
    }
  };
  const end = () => {
    made.current.turn += 1;
    stage.borrow(null, null);
    setState({ phase: 'none' });
  };
  useEffect(() => end, [shown.revision.id]);
  const isOld = state.phase === 'ready' && !isSame(made.current.edit, edit);
  return { state: state.phase === 'ready' ? { ...state, isOld } : state, begin: () => void begin(), end };
}
