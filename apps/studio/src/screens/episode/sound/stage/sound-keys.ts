import type { SoundEditing } from '../edit/use-sound-edit';
import type { SoundActs } from './use-acts';
import type { KeyMap } from './use-keys';
import type { Stage } from './use-stage';

/** The keys of the Sound screen (`ux` 4.5). */
export function toKeyMap(
  stage: Stage,
  acts: SoundActs,
  editing: SoundEditing,
  more: { make?(): void; preview?(): void },
): KeyMap {
  const by = (ms: number) => () => stage.goTo(stage.player.at + ms);
  return {
    ' ': acts.toggle,
    x: () => acts.turn(),
    b: acts.toggleBlind,
    '1': acts.blind ? () => acts.chooseBlind(1) : undefined,
    '2': acts.blind ? () => acts.chooseBlind(2) : undefined,
    '+': () => stage.zoomBy(0.5),
    '=': () => stage.zoomBy(0.5),
    '-': () => stage.zoomBy(2),
    '−': () => stage.zoomBy(2),
    ArrowLeft: by(-1_000),
    ArrowRight: by(1_000),
    'shift+ArrowLeft': by(-100),
    'shift+ArrowRight': by(100),
    Home: () => stage.goTo(stage.axis.startMs),
    End: () => stage.goTo(stage.axis.endMs),
    '[': () => acts.edge('startMs'),
    ']': () => acts.edge('endMs'),
    Escape: stage.selection ? () => stage.select(null) : undefined,
    o: acts.only,
    l: acts.leave,
    c: acts.cut,
    Delete: acts.cut,
    p: more.preview,
    'mod+Enter': more.make,
    'mod+z': editing.undo,
    'mod+shift+z': editing.redo,
    'mod+y': editing.redo,
  };
}
