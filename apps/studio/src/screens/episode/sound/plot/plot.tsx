import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { SoundFinding } from '../../../../api/sound.types';
import { useWords } from '../../../../words/words';
import type { SoundValue } from '../edit/sound-value';
import { toAfter, toBefore } from '../model/axis';
import type { Peaks } from '../model/bars';
import { isWhole, pan, zoom } from '../model/view';
import type { Stage } from '../stage/use-stage';
import { GainLane } from './gain-lane';
import { LoudnessLane } from './loudness-lane';
import { Playhead } from './playhead';
import classes from './plot.module.css';
import { FindingRegions, WantedRegions } from './regions';
import { Ruler } from './ruler';
import { Selection } from './selection';
import { usePointer } from './use-pointer';
import { WaveLane } from './wave-lane';

interface Props {
  stage: Stage;
  value: SoundValue;
  targetLufs: number;
  peaks: { before?: Peaks; after?: Peaks };
  findings: readonly SoundFinding[];
  openFinding: number | null;
  isBlind: boolean;
}

/** Before over after on one axis, gains and loudness below. A picture: sentence, list and tables beside it say the same. */
export function Plot({ stage, value, targetLufs, peaks, findings, openFinding, isBlind }: Props) {
  const { t } = useWords();
  const size = useElementSize<HTMLDivElement>();
  const box = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(size.ref, box);
  const { width } = size;
  const { axis, view, heard, shown } = stage;
  const before = useCallback((at: number) => toBefore(axis, at), [axis]);
  const after = useCallback((at: number) => toAfter(axis, at), [axis]);
  const pointer = usePointer(stage);
  const steps = shown.report.steps ?? [];
  const isHeard = (side: 'before' | 'after') => !isBlind && heard.side === side && shown.hasAfter;
  useWheel(box, stage);
  const wave = { view, width, height: width < 500 ? 56 : 76 };
  return (
    <div id="plot" className={classes.frame}>
      <div ref={ref} className={classes.plot} role="img" aria-label={t('studio.sound.plot')} {...pointer}>
        <WaveLane
          label={t('studio.sound.before')}
          color="var(--before)"
          peaks={peaks.before}
          isHeard={isHeard('before')}
          place={before}
          {...wave}
        >
          <FindingRegions findings={findings} view={view} open={openFinding} />
        </WaveLane>
        {steps.length > 0 && <GainLane axis={axis} steps={steps} view={view} width={width} />}
        {shown.hasAfter && (
          <WaveLane
            label={t('studio.sound.after')}
            color="var(--after)"
            peaks={peaks.after}
            isHeard={isHeard('after')}
            place={after}
            {...wave}
          />
        )}
        <LoudnessLane
          label={t('studio.sound.curve')}
          axis={axis}
          curves={shown.curves}
          view={view}
          targetLufs={targetLufs}
          height={112}
        />
        <Ruler view={view} width={width} />
        <WantedRegions value={value} axis={axis} view={view} />
        <Selection stage={stage} />
        <Playhead stage={stage} width={width} />
      </div>
      <input
        type="range"
        className={classes.scroll}
        data-on={!isWhole(axis, view) || undefined}
        tabIndex={-1}
        aria-hidden
        min={axis.startMs}
        max={Math.max(axis.startMs, axis.endMs - (view.endMs - view.startMs))}
        step="any"
        value={view.startMs}
        onChange={(event) => stage.setView(pan(axis, view, Number(event.currentTarget.value) - view.startMs))}
      />
    </div>
  );
}

/** Sideways moves what is seen; with Ctrl (or two fingers pinching) it zooms. */
function useWheel(ref: RefObject<HTMLElement | null>, stage: Stage): void {
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const turn = (event: WheelEvent) => {
      const { axis, view, setView } = stage;
      const span = view.endMs - view.startMs;
      if (event.ctrlKey) {
        const box = element.getBoundingClientRect();
        const at = view.startMs + ((event.clientX - box.left) / box.width) * span;
        setView(zoom(axis, view, event.deltaY > 0 ? 1.25 : 0.8, at));
      } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        setView(pan(axis, view, (event.deltaX / element.clientWidth) * span));
      } else return;
      event.preventDefault();
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  });
}
