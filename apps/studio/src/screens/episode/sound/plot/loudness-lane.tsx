import { useMemo } from 'react';
import { type Axis, fromAfter, toAfter } from '../model/axis';
import { curvePath, toHeight } from '../model/curve';
import type { Curves } from '../model/match';
import type { View } from '../model/view';
import classes from './plot.module.css';

interface Props {
  label: string;
  axis: Axis;
  curves: Curves;
  view: View;
  targetLufs: number;
  height: number;
}

/** Loudness over time, before and after, over the band of the target (1 LU on either side). */
export function LoudnessLane({ label, axis, curves, view, targetLufs, height }: Props) {
  const before = useMemo(() => curvePath(curves.before, view, height, (ms) => ms), [curves, view, height]);
  const after = useMemo(
    () =>
      curvePath(curves.after, view, height, (ms) =>
        toAfter(axis, fromAfter(axis, ms)) === null ? null : fromAfter(axis, ms),
      ),
    [axis, curves, view, height],
  );
  const [top, foot] = [toHeight(targetLufs + 1) * height, toHeight(targetLufs - 1) * height];
  const line = { fill: 'none', vectorEffect: 'non-scaling-stroke' } as const;
  return (
    <div className={classes.lane} style={{ height }}>
      <span className={classes.label}>{label}</span>
      <svg viewBox={`0 0 1000 ${height}`} preserveAspectRatio="none" height={height} aria-hidden>
        <rect x={0} width={1000} y={top} height={foot - top} fill="color-mix(in srgb, var(--after) 20%, transparent)" />
        <path d={before} stroke="var(--before)" strokeWidth={1.5} {...line} />
        <path d={after} stroke="var(--after)" strokeWidth={2} {...line} />
      </svg>
    </div>
  );
}
