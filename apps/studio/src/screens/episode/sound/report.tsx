import { Button, Stack, Text } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSound } from '../../../api/queries';
import type { Episode, Revision, SoundReport, SoundWaveform } from '../../../api/types';
import { useWords } from '../../../words/words';
import { formatTimeCode } from '../chapters/time-code';
import { Wave } from './wave';

/** In the workspace: one sentence, the picture, what was found, and the way to the Sound screen. */
export function Report({ episode, revision }: { episode: Episode; revision: Revision }) {
  const { t, number } = useWords();
  const { before, after, targetLufs = -16 } = (revision.report ?? {}) as SoundReport;
  const waves = (revision.waveform ?? {}) as SoundWaveform;
  const lufs = (value: number) => number(value, 1);
  const target = number(targetLufs);
  return (
    <Stack gap="md">
      <Text>
        {before && after
          ? t('studio.sound.summaryTarget', {
              before: lufs(before.asHeardLufs),
              after: lufs(after.asHeardLufs),
              target,
            })
          : before && t('studio.sound.summaryToCome', { before: lufs(before.asHeardLufs), target })}
      </Text>
      <Stack gap={4}>
        {waves.before && (
          <Wave label={t('studio.sound.before')} color="var(--before)" overview={waves.before.overview} />
        )}
        {waves.after && <Wave label={t('studio.sound.after')} color="var(--after)" overview={waves.after.overview} />}
      </Stack>
      <Found episode={episode} />
      <Button
        component={Link}
        to={`/shows/${episode.showId}/episodes/${episode.id}/sound`}
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
      >
        {t('studio.sound.open')}
      </Button>
    </Stack>
  );
}

const most = 4;

/** The first findings in words. */
function Found({ episode }: { episode: Episode }) {
  const { t } = useWords();
  const { data } = useSound(episode.showId, episode.id);
  const problems = data?.findings.filter(({ weight }) => weight === 'problem') ?? [];
  if (problems.length === 0) return null;
  return (
    <ul className="plain-list">
      {problems.slice(0, most).map(({ kind, startMs, sentence, isMended }) => {
        const Icon = isMended ? IconCheck : IconAlertTriangle;
        return (
          <li key={`${kind}${startMs}`}>
            <Icon
              size={16}
              aria-hidden
              style={{ verticalAlign: -3 }}
              color={isMended ? 'var(--good)' : 'var(--warn)'}
            />{' '}
            <strong>{formatTimeCode(Math.round(startMs / 1000) * 1000)}</strong> {sentence}{' '}
            <span className="soft">{t(isMended ? 'studio.sound.mended' : 'studio.sound.notMended')}</span>
          </li>
        );
      })}
      {problems.length > most && <li className="soft">{t('studio.sound.more', { n: problems.length - most })}</li>}
    </ul>
  );
}
