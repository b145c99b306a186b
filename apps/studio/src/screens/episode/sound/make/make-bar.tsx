import { Button, Group, Text } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { backToOriginal } from '../../../../api/sound.calls';
import type { Episode } from '../../../../api/types';
import { useWords } from '../../../../words/words';
import type { useSoundAct } from './use-sound-act';
import classes from './make.module.css';

interface Props {
  episode: Episode;
  act: ReturnType<typeof useSoundAct>;
  isBusy: boolean;
  make(): void;
}

/** Make the whole as it is set; or take back everything that was done to the sound. */
export function MakeBar({ episode, act, isBusy, make }: Props) {
  const { t } = useWords();
  return (
    <div className={classes.preview}>
      <Group gap="sm">
        <Button
          leftSection={<IconWand size={18} aria-hidden />}
          loading={act.isPending}
          disabled={isBusy}
          onClick={make}
          aria-keyshortcuts="Control+Enter"
        >
          {t('studio.sound.make')}
        </Button>
        <Button
          variant="default"
          disabled={isBusy || act.isPending}
          onClick={() =>
            act.mutate({
              run: () => backToOriginal(episode.showId, episode.id),
              done: t('studio.sound.originalOnItsWay'),
            })
          }
        >
          {t('studio.sound.original')}
        </Button>
      </Group>
      <Text size="sm" className="soft">
        {episode.state === 'published' ? t('studio.sound.makeHintPublished') : t('studio.sound.makeHint')}
      </Text>
    </div>
  );
}
