import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import type { At } from '../../../api/clip.calls';
import { type Guest, type LinkForm, saveLink } from '../../../api/guest.calls';
import { toFieldErrors } from '../../../api/problem';
import type { Locale } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { tell } from '../../../parts/toast';
import { ZoneSelect } from '../../../parts/zone-select';
import { useWords } from '../../../words/words';

const locales: readonly Locale[] = ['fr-CA', 'fr-FR', 'en-CA', 'en-US'];

interface Props {
  at: At;
  name: string;
  link: NonNullable<Guest['link']>;
  onClose(): void;
}

/** Where mails go, in which language and at what time of day. */
export function LinkSettings({ at, name, link, onClose }: Props) {
  const { t, region } = useWords();
  const { email, locale, timeZone } = link;
  const form = useForm<LinkForm>({ initialValues: { email, locale, timeZone } });
  const names = new Intl.DisplayNames([region], { type: 'language' });
  const save = useMutation({
    mutationFn: (values: LinkForm) => saveLink(at, link.id, values),
    onSuccess: () => {
      tell(t('studio.saved'));
      onClose();
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('people.link.settingsFor', { name })}
      closeButtonProps={{ 'aria-label': t('studio.close') }}
    >
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          <TextInput
            type="email"
            label={t('people.link.email')}
            description={t('people.link.emailHint')}
            data-autofocus
            {...form.getInputProps('email')}
          />
          <Select
            label={t('people.link.locale')}
            allowDeselect={false}
            data={locales.map((value) => ({ value, label: names.of(value) ?? value }))}
            {...form.getInputProps('locale')}
          />
          <ZoneSelect label={t('people.link.zone')} {...form.getInputProps('timeZone')} />
          {save.error && <ErrorNote error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('studio.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('studio.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
