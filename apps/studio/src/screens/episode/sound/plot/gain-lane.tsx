import { useWords } from '../../../../words/words';
import { type Axis, fromAfter } from '../model/axis';
import { toShare, type View } from '../model/view';
import classes from './plot.module.css';

interface Props {
  axis: Axis;
  steps: readonly { startMs: number; endMs: number; gainDb: number }[];
  view: View;
  width: number;
}

const height = 40;
/** dB that reach the edge of the lane. */
const mostDb = 18;

/** The gain of each voice beside the others: up is louder. Numbers where there is room for them. */
export function GainLane({ axis, steps, view, width }: Props) {
  const { t, number } = useWords();
  const x = (ms: number) => toShare(view, fromAfter(axis, ms)) * width;
  const y = (db: number) => height / 2 - (Math.max(-mostDb, Math.min(mostDb, db)) / mostDb) * (height / 2 - 3);
  return (
    <div className={classes.lane} style={{ height }}>
      <span className={classes.label}>{t('studio.sound.gain')}</span>
      <svg viewBox={`0 0 ${Math.max(1, width)} ${height}`} height={height} aria-hidden>
        <line x1={0} x2={width} y1={y(0)} y2={y(0)} stroke="var(--line-strong)" strokeDasharray="3 4" />
        {steps.map(({ startMs, endMs, gainDb }) => {
          const [from, to] = [x(startMs), x(endMs - 1)];
          if (to < 0 || from > width) return null;
          const signed = `${gainDb > 0 ? '+' : ''}${number(gainDb, 0)}`;
          return (
            <g key={startMs}>
              <rect
                x={from}
                width={Math.max(1, to - from)}
                y={Math.min(y(0), y(gainDb))}
                height={Math.max(1.5, Math.abs(y(gainDb) - y(0)))}
                fill="color-mix(in srgb, var(--after) 55%, transparent)"
              />
              {to - from > 34 && Math.abs(gainDb) >= 0.5 && (
                <text
                  x={(from + to) / 2}
                  y={gainDb > 0 ? height - 5 : 13}
                  textAnchor="middle"
                  className={classes.gainText}
                >
                  {signed}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
