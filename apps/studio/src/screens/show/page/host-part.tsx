import { Button, Code, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem, toFieldErrors } from '../../../api/problem';
import { keys, queryClient, useMe } from '../../../api/queries';
import { keepShowPage, leaveHost, moveToHost, saveShowPage, type ShowPageSettings } from '../../../api/site.calls';
import type { Show } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';

interface Props {
  show: Show;
  settings: ShowPageSettings;
}

/** The host name of the show: what to do elsewhere first, then the check, then the way back. */
export function HostPart({ show, settings }: Props) {
  const { t, dateTime, language } = useWords();
  const { host, pageUrl } = settings;
  return (
    <Stack gap="md" id="host">
      <div>
        <Title order={2}>{t('site.host.title')}</Title>
        <Text className="soft" size="sm">
          {t('site.host.lead')}
        </Text>
      </div>
      {host.activeAt ? (
        <Text>{t('site.host.active', { date: dateTime(host.activeAt), address: pageUrl[language] })}</Text>
      ) : (
        <Steps target={host.target} />
      )}
      <HostName show={show} settings={settings} />
      {host.name && <HostActs show={show} settings={settings} />}
    </Stack>
  );
}

function Steps({ target }: { target: string }) {
  const { t } = useWords();
  return (
    <List type="ordered" spacing="xs">
      <List.Item>
        {t('site.host.step1')} <Code>{t('site.host.dns', { target })}</Code> · {t('site.host.dnsAddress')}
      </List.Item>
      <List.Item>{t('site.host.step2')}</List.Item>
      <List.Item>{t('site.host.step3')}</List.Item>
    </List>
  );
}

function HostName({ show, settings }: Props) {
  const { t } = useWords();
  const [name, setName] = useState(settings.host.name);
  const save = useMutation({
    mutationFn: () => saveShowPage(show.id, settings.version, { host: name }),
    onSuccess: (saved) => {
      keepPage(show.id, saved);
      tell(t('studio.saved'));
    },
  });
  const wrong = toFieldErrors(save.error)['host'];
  return (
    <>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('site.host.name')}
          placeholder={t('site.host.placeholder')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={wrong}
          autoCapitalize="none"
          spellCheck={false}
          style={{ flex: 1, minWidth: 220 }}
        />
        <Button
          variant="default"
          disabled={name.trim() === settings.host.name}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('studio.save')}
        </Button>
      </Group>
      {save.error && !wrong && <ErrorNote error={save.error} />}
    </>
  );
}

function HostActs({ show, settings }: Props) {
  const { t, language } = useWords();
  const { host } = settings;
  const use = useMutation({
    mutationFn: (withoutCheck: boolean) => moveToHost(show.id, withoutCheck),
    onSuccess: (saved) => {
      keepPage(show.id, saved);
      tell(t('site.host.moved', { address: saved.pageUrl[language] }));
    },
  });
  const leave = useMutation({
    mutationFn: () => leaveHost(show.id),
    onSuccess: (saved) => {
      keepPage(show.id, saved);
      tell(t('site.host.back'));
    },
  });
  const isRefused = use.error instanceof Problem && use.error.code === 'HOST_NOT_HERE';
  const mayForce = useMe().data?.isInstanceOwner === true;
  return (
    <>
      {use.error && <ErrorNote error={use.error} />}
      {leave.error && <ErrorNote error={leave.error} />}
      <Group>
        {host.activeAt ? (
          <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
            {t('site.host.stop')}
          </Button>
        ) : (
          <Button loading={use.isPending} onClick={() => use.mutate(false)}>
            {t('site.host.check')}
          </Button>
        )}
        {isRefused && mayForce && (
          <Button variant="default" loading={use.isPending} onClick={() => use.mutate(true)}>
            {t('site.host.force')}
          </Button>
        )}
      </Group>
      {isRefused && mayForce && (
        <Text className="soft" size="sm">
          {t('site.host.forceHint')}
        </Text>
      )}
    </>
  );
}

/** Its addresses are in the show's own answer too. */
function keepPage(showId: string, saved: ShowPageSettings): void {
  keepShowPage(showId, saved);
  void queryClient.invalidateQueries({ queryKey: keys.show(showId) });
}
