import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { keepPerson } from '../../api/people.calls';
import { createPerson } from '../../api/person.calls';
import { toFieldErrors } from '../../api/problem';
import { ErrorNote } from '../../parts/error-note';
import { useWords } from '../../words/words';

/** A name is enough; everything else is on the person's own screen. */
export function NewPerson({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: '' } });
  const create = useMutation({
    mutationFn: ({ name }: { name: string }) => createPerson(name),
    onSuccess: (person) => {
      keepPerson(person);
      void navigate(`/people/${person.id}`);
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  return (
    <Modal opened onClose={onClose} title={t('people.add')} closeButtonProps={{ 'aria-label': t('studio.close') }}>
      <form onSubmit={form.onSubmit((values) => create.mutate(values))}>
        <Stack>
          <TextInput
            label={t('people.addName')}
            required
            withAsterisk={false}
            data-autofocus
            {...form.getInputProps('name')}
          />
          {create.error && <ErrorNote error={create.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('studio.cancel')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('people.addDo')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
