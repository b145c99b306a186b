import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import '@mantine/core/styles/RadioCard.css';
import '@mantine/core/styles/RadioIndicator.css';
import { useState } from 'react';
import { useWords } from '../../../words/words';
import type { Clash } from './use-saved';
import classes from '../episode.module.css';

interface Props<V extends object> {
  clash: Clash<V> | null;
  label(key: keyof V & string): string;
  show(key: keyof V & string, value: V): string;
}

/** Two people changed the same field: both values side by side, field by field; nothing is lost without a choice. */
export function ClashDialog<V extends object>({ clash, label, show }: Props<V>) {
  const { t } = useWords();
  const [mineKeys, setMineKeys] = useState<Record<string, boolean>>({});
  if (!clash) return null;
  const { keys, mine, theirs, choose } = clash;
  const isMine = (key: string) => mineKeys[key] ?? true;
  const decide = () =>
    choose({ ...theirs, ...Object.fromEntries(keys.map((key) => [key, (isMine(key) ? mine : theirs)[key]])) });
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="lg"
      title={t('studio.clash.title')}
    >
      <Stack>
        <Text>{t('studio.clash.text')}</Text>
        {keys.map((key) => (
          <Radio.Group
            key={key}
            label={label(key)}
            value={isMine(key) ? 'mine' : 'theirs'}
            onChange={(choice) => setMineKeys((all) => ({ ...all, [key]: choice === 'mine' }))}
          >
            <div className={classes.clash}>
              <Radio.Card value="mine" className={classes.clashSide}>
                <Group gap="xs" wrap="nowrap" align="flex-start">
                  <Radio.Indicator />
                  <span>
                    <strong>{t('studio.clash.mine')}</strong>
                    <span className={classes.clashValue}>{show(key, mine) || t('studio.clash.empty')}</span>
                  </span>
                </Group>
              </Radio.Card>
              <Radio.Card value="theirs" className={classes.clashSide}>
                <Group gap="xs" wrap="nowrap" align="flex-start">
                  <Radio.Indicator />
                  <span>
                    <strong>{t('studio.clash.theirs')}</strong>
                    <span className={classes.clashValue}>{show(key, theirs) || t('studio.clash.empty')}</span>
                  </span>
                </Group>
              </Radio.Card>
            </div>
          </Radio.Group>
        ))}
        <Button onClick={decide} data-autofocus>
          {t('studio.clash.keep')}
        </Button>
      </Stack>
    </Modal>
  );
}
