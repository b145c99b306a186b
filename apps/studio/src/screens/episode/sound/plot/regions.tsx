import type { SoundFinding, TimeRange } from '../../../../api/sound.types';
import { useWords } from '../../../../words/words';
import type { SoundValue } from '../edit/sound-value';
import type { Axis } from '../model/axis';
import { toShare, type View } from '../model/view';
import classes from './plot.module.css';

/** Left edge and width in percent of the plot, only as far as it is seen. */
function span(view: View, { startMs, endMs }: TimeRange): { left: string; width: string } | null {
  const [from, to] = [Math.max(-0.02, toShare(view, startMs)), Math.min(1.02, toShare(view, endMs))];
  return to <= from ? null : { left: `${from * 100}%`, width: `max(3px, ${(to - from) * 100}%)` };
}

/** What was found, hatched, with its number in the list. */
export function FindingRegions(props: { findings: readonly SoundFinding[]; view: View; open: number | null }) {
  const { findings, view, open } = props;
  return findings.map((finding, i) => {
    const style = span(view, finding);
    return (
      style && (
        <div
          key={i}
          className={classes.finding}
          data-weight={finding.weight}
          data-open={open === i || undefined}
          style={style}
        >
          <b>{i + 1}</b>
        </div>
      )
    );
  });
}

/** What is wanted: only here, leave as it is, cut; and where intro and outro are. */
export function WantedRegions({ value, axis, view }: { value: SoundValue; axis: Axis; view: View }) {
  const { t } = useWords();
  const all = [
    ...value.cuts.map((range) => ({ kind: 'cut', range }) as const),
    ...value.leave.map((range) => ({ kind: 'leave', range }) as const),
    ...(value.only ? [{ kind: 'only', range: value.only } as const] : []),
  ];
  const intro = { startMs: axis.startMs, endMs: 0 };
  const outro = { startMs: axis.durationMs, endMs: axis.endMs };
  const words = { cut: t('studio.sound.cut'), leave: t('studio.sound.leave'), only: t('studio.sound.only') };
  const piece = (range: TimeRange, word: string) => {
    const style = range.endMs > range.startMs ? span(view, range) : null;
    return (
      style && (
        <div className={classes.range} data-kind="piece" style={style}>
          <b>{word}</b>
        </div>
      )
    );
  };
  return (
    <>
      {piece(intro, t('studio.sound.intro'))}
      {piece(outro, t('studio.sound.outro'))}
      {all.map(({ kind, range }) => {
        const style = span(view, range);
        return (
          style && (
            <div key={`${kind}${range.startMs}`} className={classes.range} data-kind={kind} style={style}>
              <b>{words[kind]}</b>
            </div>
          )
        );
      })}
    </>
  );
}

export const toStyle = span;
