import { useEffect, useRef } from 'react';
import { toShare } from '../model/view';
import type { Stage } from '../stage/use-stage';
import classes from './plot.module.css';

/** Where we are; moved without drawing anything else anew. */
export function Playhead({ stage, width }: { stage: Stage; width: number }) {
  const line = useRef<HTMLDivElement>(null);
  const { player, view } = stage;
  useEffect(
    () =>
      player.follow((at) => {
        const share = toShare(view, at);
        const style = line.current!.style;
        style.transform = `translateX(${share * width}px)`;
        style.visibility = share < 0 || share > 1 ? 'hidden' : 'visible';
      }),
    [player, view, width],
  );
  return <div ref={line} className={classes.playhead} data-testid="playhead" />;
}
