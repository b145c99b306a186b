import { Button, Group, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { Episode, Show } from '../../../api/types';
import { ZoneSelect } from '../../../parts/zone-select';
import { useWords } from '../../../words/words';
import { Clocks } from './clocks';
import { localOf } from './local-time';
import { type Act, isTimeProblem } from './act';
import { TimeChoices } from './time-choices';

interface Props {
  episode: Episode;
  show: Show;
  isBusy: boolean;
  problem: unknown;
  onAct(act: Act): void;
}

/** Now, or at a local time in a time zone; other people's clocks beside it. */
export function When({ episode, show, isBusy, problem, onAct }: Props) {
  const { t, dateTime } = useWords();
  const isScheduled = episode.state === 'scheduled';
  const [mode, setMode] = useState<'now' | 'later'>(isScheduled ? 'later' : 'now');
  const [zone, setZone] = useState(episode.scheduledZone ?? show.timeZone);
  const [local, setLocal] = useState(episode.scheduledLocal?.slice(0, 16) ?? tomorrow(zone));
  const [offset, setOffset] = useState<string>();
  const isBlocked = episode.blockers.length > 0;
  const send = () => onAct(mode === 'now' ? { do: 'publish' } : { do: 'schedule', form: { local, zone, offset } });
  const change = (next: string) => {
    setLocal(next);
    setOffset(undefined);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack>
        {isScheduled && episode.scheduledAt && (
          <Text fw={600}>
            {t('studio.publish.goesOut', { when: dateTime(episode.scheduledAt, episode.scheduledZone ?? undefined) })}
          </Text>
        )}
        <Radio.Group
          label={<Title order={3}>{t('studio.publish.when')}</Title>}
          value={mode}
          onChange={(next) => setMode(next as typeof mode)}
        >
          <Stack gap="xs" mt={6}>
            <Radio value="now" label={t('studio.publish.now')} />
            <Radio value="later" label={isScheduled ? t('studio.publish.otherTime') : t('studio.publish.later')} />
          </Stack>
        </Radio.Group>
        {mode === 'later' && (
          <>
            <Group grow align="flex-start" preventGrowOverflow={false}>
              <TextInput
                type="datetime-local"
                label={t('studio.publish.date')}
                required
                withAsterisk={false}
                value={local}
                onChange={(e) => change(e.currentTarget.value)}
                miw={200}
              />
              <ZoneSelect
                label={t('studio.publish.zone')}
                value={zone}
                onChange={(next) => {
                  if (next) setZone(next);
                  setOffset(undefined);
                }}
                miw={200}
              />
            </Group>
            {isTimeProblem(problem) ? (
              <TimeChoices
                problem={problem}
                onChoose={(choice) => {
                  setLocal(choice.local);
                  setOffset(choice.offset);
                  onAct({ do: 'schedule', form: { local: choice.local, zone, offset: choice.offset } });
                }}
              />
            ) : (
              <Clocks local={local} zone={zone} showZone={show.timeZone} />
            )}
          </>
        )}
        <Group>
          <Button type="submit" size="md" loading={isBusy} disabled={isBlocked}>
            {mode === 'now'
              ? t('studio.publish.submitNow')
              : isScheduled
                ? t('studio.publish.submitMove')
                : t('studio.publish.submitLater')}
          </Button>
          {isScheduled && (
            <Button variant="default" size="md" disabled={isBusy} onClick={() => onAct({ do: 'unschedule' })}>
              {t('studio.publish.unschedule')}
            </Button>
          )}
        </Group>
        {isBlocked && (
          <Text size="sm" className="soft">
            {t('studio.publish.blockedHint')}
          </Text>
        )}
      </Stack>
    </form>
  );
}

/** Tomorrow at seven, by the clock of the zone. */
function tomorrow(zone: string): string {
  return `${localOf(new Date(Date.now() + 86_400_000), zone).slice(0, 10)}T07:00`;
}
