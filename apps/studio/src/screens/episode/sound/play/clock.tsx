import { useEffect, useRef } from 'react';
import { formatTimeCode } from '../../chapters/time-code';
import type { Stage } from '../stage/use-stage';
import classes from './play.module.css';

/** Where we are and how long it is; written without drawing anything else anew. */
export function Clock({ stage }: { stage: Stage }) {
  const text = useRef<HTMLSpanElement>(null);
  const { player, axis } = stage;
  useEffect(
    () =>
      player.follow((at) => {
        const [sign, ms] = [at < 0 ? '−' : '', Math.round(Math.abs(at) / 100)];
        text.current!.textContent = `${sign}${formatTimeCode(Math.floor(ms / 10) * 1000)}.${ms % 10}`;
      }),
    [player],
  );
  return (
    <span className={classes.clock}>
      <span ref={text} data-testid="clock" />{' '}
      <span className="soft">/ {formatTimeCode(Math.floor(axis.durationMs / 1000) * 1000)}</span>
    </span>
  );
}
