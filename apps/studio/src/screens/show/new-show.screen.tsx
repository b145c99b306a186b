import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { createShow, putShowCover } from '../../api/show.calls';
import { toFieldErrors } from '../../api/problem';
import { keys, queryClient, useMe } from '../../api/queries';
import { CoverField } from '../../parts/cover-field';
import { ErrorNote, toSentence } from '../../parts/error-note';
import { PageTitle } from '../../parts/page-title';
import { tell, tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import { ShowFields } from './show-fields';

/** A new show: what the feed needs, nothing more; everything can be changed later. */
export function NewShowScreen() {
  const words = useWords();
  const { t, region, zone } = words;
  const navigate = useNavigate();
  const me = useMe();
  const [cover, setCover] = useState<File | null>(null);
  const [coverUrl, setCoverUrl] = useState<string | null>(null);
  const form = useForm({
    initialValues: {
      title: '',
      description: '',
      language: region as string,
      category: '',
      subcategory: '',
      author: me.data?.name ?? '',
      ownerEmail: '',
      explicit: false,
      type: 'episodic' as 'episodic' | 'serial',
      timeZone: zone,
    },
    validate: {
      title: (value) => (value.trim() ? null : t('studio.show.titleMissing')),
      category: (value) => (value ? null : t('studio.show.categoryMissing')),
    },
  });
  const create = useMutation({
    mutationFn: async (values: typeof form.values) => {
      const show = await createShow(values);
      if (cover) await putShowCover(show.id, cover).catch((error) => tellProblem(toSentence(error, words)));
      return show;
    },
    onSuccess: async (show) => {
      await queryClient.invalidateQueries({ queryKey: keys.shows });
      void queryClient.invalidateQueries({ queryKey: keys.me });
      tell(t('studio.show.created', { title: form.values.title }));
      void navigate(`/shows/${show.id}`);
    },
    onError: (error) => form.setErrors(toFieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => create.mutate(values))} noValidate>
      <PageTitle title={t('studio.show.new')} />
      <Stack maw={680} gap="lg">
        <TextInput label={t('studio.show.title')} required withAsterisk={false} {...form.getInputProps('title')} />
        <Textarea
          label={t('studio.show.description')}
          description={t('studio.show.descriptionHint')}
          autosize
          minRows={3}
          {...form.getInputProps('description')}
        />
        <CoverField
          label={t('studio.cover.label')}
          description={t('studio.cover.hint')}
          url={coverUrl}
          name={form.values.title}
          onPick={(file) => {
            setCover(file);
            setCoverUrl(URL.createObjectURL(file));
          }}
          onRemove={() => {
            setCover(null);
            setCoverUrl(null);
          }}
        />
        <ShowFields form={form} email={me.data?.email ?? ''} />
        {create.error && <ErrorNote error={create.error} />}
        <Group>
          <Button type="submit" size="md" loading={create.isPending}>
            {t('studio.show.create')}
          </Button>
          <Button component={Link} to="/shows" variant="default" size="md">
            {t('studio.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
