import { Text } from '@mantine/core';
import { isKey } from '#libs/messages';
import { useWords } from '../../../../words/words';
import { describeCurve } from '../model/curve';
import type { ShownSound } from '../stage/shown-sound';

/** What the pictures show, in sentences: loudness before and after, how even it is, and the engine's remarks. */
export function Sentences({ shown, targetLufs }: { shown: ShownSound; targetLufs: number }) {
  const { t, number } = useWords();
  const { before, after, notes = [] } = shown.report;
  const band = [targetLufs - 1, targetLufs + 1] as const;
  const [was, is] = [describeCurve(shown.curves.before, band), describeCurve(shown.curves.after, band)];
  const one = (value: number) => number(value, 1);
  const whole = (value: number) => number(value, 0);
  return (
    <div>
      <Text>
        {before && after
          ? t('studio.sound.summaryTarget', {
              before: one(before.asHeardLufs),
              after: one(after.asHeardLufs),
              target: whole(targetLufs),
            })
          : before &&
            t('studio.sound.summaryToCome', { before: one(before.asHeardLufs), target: whole(targetLufs) })}{' '}
        {was && is
          ? t('studio.sound.evenness', {
              ...{
                beforeLow: whole(was.low),
                beforeHigh: whole(was.high),
                afterLow: whole(is.low),
                afterHigh: whole(is.high),
              },
              percent: whole(is.within * 100),
            })
          : was && t('studio.sound.evennessBefore', { low: whole(was.low), high: whole(was.high) })}
      </Text>
      {notes.map(({ code, params }) => {
        const key = `sound.note.${code}`;
        return isKey(key) ? (
          <Text key={code} className="soft" size="sm">
            {t(key, params)}
          </Text>
        ) : null;
      })}
    </div>
  );
}
