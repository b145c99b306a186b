import type { PointerEvent } from 'react';
import { between } from '../model/ranges';
import { fromShare } from '../model/view';
import type { Stage } from '../stage/use-stage';
import classes from './plot.module.css';
import { toStyle } from './regions';

/** The stretch that is being chosen, with a handle at each end for mouse and finger. */
export function Selection({ stage }: { stage: Stage }) {
  const { selection, view, axis, select } = stage;
  const style = selection && toStyle(view, selection);
  if (!selection || !style) return null;
  const drag = (edge: 'startMs' | 'endMs') => ({
    className: classes.handle,
    style: edge === 'startMs' ? { left: 0 } : { right: 0 },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      event.stopPropagation();
      const box = event.currentTarget.parentElement!.parentElement!.getBoundingClientRect();
      const at = fromShare(view, (event.clientX - box.left) / box.width);
      const other = edge === 'startMs' ? selection.endMs : selection.startMs;
      if (edge === 'startMs' ? at < other : at > other) select(between(at, other, axis.durationMs) ?? selection);
    },
  });
  return (
    <div className={classes.selection} style={style} data-testid="selection">
      <span {...drag('startMs')} />
      <span {...drag('endMs')} />
    </div>
  );
}
