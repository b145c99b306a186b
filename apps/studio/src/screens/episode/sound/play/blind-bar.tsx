import { Button, Group, Text } from '@mantine/core';
import { useWords } from '../../../../words/words';
import type { SoundActs } from '../stage/use-acts';
import { sideOf } from './blind';
import classes from './play.module.css';

/** Which is better, 1 or 2? Then what it was. */
export function BlindBar({ acts }: { acts: SoundActs }) {
  const { t } = useWords();
  const { blind } = acts;
  if (!blind) return null;
  const { choice } = blind;
  return (
    <div className={classes.blind} role="group" aria-label={t('studio.sound.blind')}>
      {choice === undefined ? (
        <>
          <Text>{t('studio.sound.blindAsk')}</Text>
          <Group gap="xs">
            {([1, 2] as const).map((n) => (
              <Button key={n} size="sm" variant="default" onClick={() => acts.chooseBlind(n)}>
                {t('studio.sound.blindBetter', { n })}
              </Button>
            ))}
          </Group>
        </>
      ) : (
        <>
          <Text role="status">
            {sideOf(blind, choice) === 'after'
              ? t('studio.sound.blindAfter', { n: choice })
              : t('studio.sound.blindBefore', { n: choice })}
          </Text>
          <Group gap="xs">
            <Button size="sm" variant="default" onClick={acts.restartBlind}>
              {t('studio.sound.blindAgain')}
            </Button>
            <Button size="sm" variant="subtle" color="gray" onClick={acts.toggleBlind}>
              {t('studio.sound.blindEnd')}
            </Button>
          </Group>
        </>
      )}
    </div>
  );
}
