import { waveformPath } from '#libs/look';
import { useMemo } from 'react';
import classes from '../episode.module.css';

interface Props {
  label: string;
  color: string;
  /** Pairs min, max from -128 to 127. */
  overview: readonly number[];
}

const bars = 240;
const height = 56;

/** A waveform as mirrored bars; decorative, because the sentences beside it say what it shows. */
export function Wave({ label, color, overview }: Props) {
  const path = useMemo(() => waveformPath(toPeaks(overview), bars, height), [overview]);
  return (
    <div className={classes.waveRow}>
      <span>{label}</span>
      <svg className={classes.wave} viewBox={`0 0 ${bars * 3} ${height}`} preserveAspectRatio="none" aria-hidden>
        <path d={path} stroke={color} strokeWidth={2} fill="none" />
      </svg>
    </div>
  );
}

function toPeaks(pairs: readonly number[]): number[] {
  return Array.from({ length: Math.floor(pairs.length / 2) }, (_, i) => {
    const reach = Math.max(Math.abs(pairs[2 * i] ?? 0), Math.abs(pairs[2 * i + 1] ?? 0));
    return (reach / 128) * 100;
  });
}
