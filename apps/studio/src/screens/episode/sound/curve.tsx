import { useWords } from '../../../words/words';
import classes from '../episode.module.css';

const [width, height, top, floor] = [720, 96, -6, -46];
const y = (lufs: number) => ((top - Math.max(floor, Math.min(top, lufs))) / (top - floor)) * height;

/** Loudness over time, before and after, over the band of the target (−17 to −15 LUFS). Decorative beside its sentence. */
export function Curve({ before, after }: { before?: readonly number[]; after?: readonly number[] }) {
  const { t, duration } = useWords();
  const seconds = Math.max(before?.length ?? 0, after?.length ?? 0);
  return (
    <div>
      <div className={classes.waveRow}>
        <span>{t('studio.sound.curve')}</span>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          style={{ width: '100%', height }}
          aria-hidden
        >
          <rect x={0} width={width} y={y(-15)} height={y(-17) - y(-15)} fill="var(--after-wash)" />
          {before && (
            <path
              d={toPath(before)}
              stroke="var(--before)"
              strokeWidth={1.5}
              fill="none"
              vectorEffect="non-scaling-stroke"
            />
          )}
          {after && (
            <path
              d={toPath(after)}
              stroke="var(--after)"
              strokeWidth={2}
              fill="none"
              vectorEffect="non-scaling-stroke"
            />
          )}
        </svg>
      </div>
      <div className={classes.times} aria-hidden>
        <span>0:00</span>
        <span>{duration(seconds * 1000)}</span>
      </div>
    </div>
  );
}

/** At most 360 points: the mean of each slice. */
function toPath(values: readonly number[]): string {
  const points = Math.min(360, values.length);
  const slice = values.length / points;
  return Array.from({ length: points }, (_, i) => {
    const part = values.slice(Math.floor(i * slice), Math.max(Math.floor(i * slice) + 1, Math.floor((i + 1) * slice)));
    const mean = part.reduce((sum, v) => sum + v, 0) / part.length;
    return `${i ? 'L' : 'M'}${((i / Math.max(1, points - 1)) * width).toFixed(1)} ${y(mean).toFixed(1)}`;
  }).join('');
}
