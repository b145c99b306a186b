import type { ChapterView } from '#libs/catalog';
import { waveformPath } from '#libs/look';

/** Bars on a wide screen and on a phone, so that they stay 2 px with 1 px gaps. */
const sizes = [
  { name: 'wide', bars: 200 },
  { name: 'small', bars: 100 },
] as const;
const height = 80;

/**
 * The recording as a picture: bars, ticks where chapters begin, and the same bars once more for the part that was
 * played. Decoration (`ux:V-10`); without peaks a plain line stands in its place.
 */
export function Waveform(props: { peaks: readonly number[]; chapters: readonly ChapterView[]; durationMs: number }) {
  const peaks = props.peaks.length > 0 ? props.peaks : [0];
  return (
    <>
      {sizes.map(({ name, bars }) => (
        <div key={name} className={`wave-${name}`} aria-hidden="true">
          <svg viewBox={`0 0 ${bars * 3} ${height + 6}`} preserveAspectRatio="none">
            <path id={`wave-${name}`} d={waveformPath(peaks, bars, height)} />
            {props.chapters
              .filter((chapter) => chapter.startMs > 0 && chapter.startMs < props.durationMs)
              .map((chapter) => {
                const x = Math.round((chapter.startMs / props.durationMs) * bars * 3);
                return <path key={chapter.startMs} className="tick" d={`M${x} ${height}v6`} />;
              })}
          </svg>
          <svg className="played" viewBox={`0 0 ${bars * 3} ${height + 6}`} preserveAspectRatio="none">
            <use href={`#wave-${name}`} />
          </svg>
        </div>
      ))}
    </>
  );
}

/** A small waveform for a row of a list. */
export function TinyWaveform({ peaks }: { peaks: readonly number[] }) {
  if (peaks.length === 0) return null;
  return (
    <svg className="tiny-wave" viewBox="0 0 96 28" width="96" height="28" aria-hidden="true">
      <path d={waveformPath(peaks, 32, 28)} />
    </svg>
  );
}
