import { formatTimeCode } from '../../chapters/time-code';
import { ticks, toShare, type View } from '../model/view';
import classes from './plot.module.css';

/** Round times below the picture, those of the recording as it was sent. */
export function Ruler({ view, width }: { view: View; width: number }) {
  return (
    <div className={classes.ruler} aria-hidden>
      {ticks(view, Math.max(2, width / 84)).map((at) => (
        <span key={at} className={classes.tick} style={{ left: `${toShare(view, at) * 100}%` }}>
          {at < 0 ? `−${formatTimeCode(-at)}` : formatTimeCode(at)}
        </span>
      ))}
    </div>
  );
}
