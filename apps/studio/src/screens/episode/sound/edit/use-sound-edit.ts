import { useRef, useState } from 'react';
import { getSound, saveSound } from '../../../../api/sound.calls';
import type { EpisodeSound } from '../../../../api/sound.types';
import { keys, queryClient } from '../../../../api/queries';
import type { Episode } from '../../../../api/types';
import { readKept, writeKept } from '../../autosave/kept-input';
import { isSame } from '../../autosave/merge';
import { type Saved, useSaved } from '../../autosave/use-saved';
import { begin, type History, redo, step, undo } from '../model/history';
import { type SoundValue, toEdit, toValue } from './sound-value';

/** What is wanted of the sound as it is being edited: saved by itself, every step can be taken back. */
export interface SoundEditing extends Saved<SoundValue> {
  undo(): void;
  redo(): void;
  canUndo: boolean;
  canRedo: boolean;
}

/** Steps that follow this quickly on the same field are one movement of the hand. */
const movementMs = 700;
const keptAs = 'sound-steps';

/** Nothing is rendered by it; the steps survive a reload on this device. */
export function useSoundEdit({ id, showId }: Episode, sound: EpisodeSound): SoundEditing {
  const saved = useSaved<SoundValue, EpisodeSound>({
    id,
    group: 'sound',
    answer: sound,
    version: (answer) => answer.version,
    read: toValue,
    save: (version, value) => saveSound(showId, id, version, { ...toEdit(value), noteShown: value.noteShown }),
    load: () => getSound(showId, id),
    keep: (answer) => queryClient.setQueryData(keys.sound(id), answer),
  });
  const [steps, setSteps] = useState<History<SoundValue>>(() => readSteps(id) ?? begin(saved.value));
  const last = useRef({ at: 0, field: '' });
  const history = { ...steps, now: saved.value };
  const go = (next: History<SoundValue>) => {
    setSteps(next);
    writeKept(id, keptAs, { version: 0, base: null, value: next });
  };
  const jump = (next: History<SoundValue>) => {
    last.current = { at: 0, field: '' };
    go(next);
    saved.set(withAbsent(saved.value, next.now));
  };
  return {
    ...saved,
    set(change) {
      const next = { ...saved.value, ...change };
      if (isSame(next, saved.value)) return;
      const [field, at] = [Object.keys(change).join(), Date.now()];
      const merges = field === last.current.field && at - last.current.at < movementMs && field === 'strength';
      last.current = { at, field };
      go(step(history, next, merges));
      saved.set(change);
    },
    undo: () => jump(undo(history)),
    redo: () => jump(redo(history)),
    canUndo: steps.past.length > 0,
    canRedo: steps.future.length > 0,
  };
}

/** A change that leads to `wanted`: what it does not have becomes absent. */
function withAbsent(now: SoundValue, wanted: SoundValue): SoundValue {
  const gone = Object.keys(now).filter((key) => !(key in wanted));
  return { ...wanted, ...Object.fromEntries(gone.map((key) => [key, undefined])) };
}

function readSteps(id: string): History<SoundValue> | null {
  return readKept<History<SoundValue>>(id, keptAs)?.value ?? null;
}
