import { type PointerEvent, useRef } from 'react';
import { between } from '../model/ranges';
import { fromShare } from '../model/view';
import { panBy, type Stage } from '../stage/use-stage';

/** Further than this a press is a movement, px. */
const slackPx = 4;

/** Mouse and pen: press moves the cursor, dragging chooses a stretch. A finger: tap moves the cursor, dragging moves what is seen. */
export function usePointer(stage: Stage) {
  const down = useRef<{ x: number; lastX: number; at: number; isDrag: boolean } | null>(null);
  const atOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return fromShare(stage.view, Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)));
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      down.current = { x: event.clientX, lastX: event.clientX, at: atOf(event), isDrag: false };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const start = down.current;
      if (!start) return;
      start.isDrag ||= Math.abs(event.clientX - start.x) > slackPx;
      if (!start.isDrag) return;
      if (event.pointerType === 'touch') {
        const { width } = event.currentTarget.getBoundingClientRect();
        panBy(stage, ((start.lastX - event.clientX) / width) * (stage.view.endMs - stage.view.startMs));
      } else stage.select(between(start.at, atOf(event), stage.axis.durationMs));
      start.lastX = event.clientX;
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const start = down.current;
      down.current = null;
      if (!start) return;
      if (!start.isDrag) stage.goTo(start.at);
      else if (event.pointerType !== 'touch') stage.goTo(Math.min(start.at, atOf(event)));
    },
    onPointerCancel() {
      down.current = null;
    },
  };
}
