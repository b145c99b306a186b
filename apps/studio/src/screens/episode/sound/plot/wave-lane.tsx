import { useMemo } from 'react';
import { barsPath, type Peaks, toBars } from '../model/bars';
import type { View } from '../model/view';
import classes from './plot.module.css';

interface Props {
  label: string;
  peaks: Peaks | undefined;
  color: string;
  view: View;
  width: number;
  height: number;
  isHeard: boolean;
  place(at: number): number | null;
  children?: React.ReactNode;
}

/** One waveform as mirrored bars over the part that is shown. */
export function WaveLane({ label, peaks, color, view, width, height, isHeard, place, children }: Props) {
  const count = Math.max(1, Math.floor(width / 3));
  const path = useMemo(
    () => (peaks ? barsPath(toBars(peaks, view, count, place), height) : ''),
    [peaks, view, count, place, height],
  );
  return (
    <div className={classes.lane} data-heard={isHeard || undefined} style={{ height }}>
      <span className={classes.label}>{label}</span>
      <svg viewBox={`0 0 ${count * 3} ${height}`} preserveAspectRatio="none" height={height} aria-hidden>
        <path d={path} stroke={color} strokeWidth={2} fill="none" />
      </svg>
      {children}
    </div>
  );
}
