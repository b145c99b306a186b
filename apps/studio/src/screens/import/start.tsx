import { Alert, Button, Checkbox, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Import, keepImport, startImport } from '../../api/import.calls';
import { toFieldErrors } from '../../api/problem';
import { keys, queryClient, refreshCatalog, useCategories } from '../../api/queries';
import { ErrorNote } from '../../parts/error-note';
import { LanguageSelect } from '../../parts/language-select';
import { tell } from '../../parts/toast';
import { useWords } from '../../words/words';
import { useCategoryName } from '../show/category-name';

/** The yes: what the show is to be called here, and whose it is when the feed is locked. */
export function Start({ found }: { found: Import }) {
  const { t, number } = useWords();
  const { id, channel, report, showId } = found;
  const [form, setForm] = useState({
    title: channel?.title ?? '',
    slug: '',
    language: channel?.language ?? '',
    category: channel?.category ?? '',
  });
  const [isTheirs, setTheirs] = useState(false);
  const start = useMutation({
    mutationFn: () =>
      startImport(id, { ...(showId ? {} : toForm(form, channel)), ...(isTheirs && { ownerConfirms: true }) }),
    onSuccess: (answer) => {
      keepImport(answer);
      refreshCatalog();
      void queryClient.invalidateQueries({ queryKey: keys.me });
      tell(t('studio.import.started'));
    },
  });
  if (!channel || !report) return null;
  const isComplete = showId !== null || (form.title.trim() && form.language && form.category);
  const isReady = isComplete && (!channel.locked || isTheirs);
  const errors = toFieldErrors(start.error);
  return (
    <Stack maw={680} gap="lg">
      <Moved found={found} />
      {channel.locked && <Locked channel={channel} isTheirs={isTheirs} onChange={setTheirs} />}
      {!showId && <ShowForm form={form} errors={errors} onChange={(change) => setForm({ ...form, ...change })} />}
      {start.error && Object.keys(errors).length === 0 && <ErrorNote error={start.error} />}
      {showId && report.toMake === 0 && <Text fw={600}>{t('studio.import.startKnown')}</Text>}
      {!(showId && report.toMake === 0) && (
        <Group>
          <Button size="md" disabled={!isReady} loading={start.isPending} onClick={() => start.mutate()}>
            {t('studio.import.start', { n: report.toMake, number: number(report.toMake) })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

type Form = Record<'title' | 'slug' | 'language' | 'category', string>;

/** A category that stays as the feed has it keeps its subcategory. */
function toForm({ title, slug, language, category }: Form, channel: Import['channel']) {
  return { title, language, ...(slug.trim() && { slug }), ...(category !== channel?.category && { category }) };
}

interface ShowFormProps {
  form: Form;
  errors: Record<string, string>;
  onChange: (change: Partial<Form>) => void;
}

function ShowForm({ form, errors, onChange }: ShowFormProps) {
  const { t } = useWords();
  const categories = useCategories();
  const nameOf = useCategoryName();
  return (
    <section>
      <Title order={2} mb="sm">
        {t('studio.import.settings')}
      </Title>
      <Stack>
        <TextInput
          label={t('studio.import.showTitle')}
          value={form.title}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
          error={errors['texts.0.title'] ?? errors['title']}
        />
        <TextInput
          label={t('studio.import.slug')}
          description={t('studio.import.slugHint')}
          value={form.slug}
          onChange={(event) => onChange({ slug: event.currentTarget.value })}
          error={errors['slug']}
        />
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <LanguageSelect
            label={t('studio.show.language')}
            value={form.language || null}
            onChange={(language) => onChange({ language: language ?? '' })}
            error={errors['language']}
            miw={220}
          />
          <Select
            label={t('studio.show.category')}
            placeholder={t('studio.show.categoryPlaceholder')}
            searchable
            data={(categories.data ?? []).map(({ name }) => ({ value: name, label: nameOf(name) }))}
            value={form.category || null}
            onChange={(category) => onChange({ category: category ?? '' })}
            error={errors['category']}
            miw={220}
          />
        </Group>
      </Stack>
    </section>
  );
}

interface LockedProps {
  channel: NonNullable<Import['channel']>;
  isTheirs: boolean;
  onChange: (isTheirs: boolean) => void;
}

function Locked({ channel: { lockOwner, ownerEmail }, isTheirs, onChange }: LockedProps) {
  const { t } = useWords();
  return (
    <Alert variant="outline" icon={<IconLock aria-hidden />} title={t('studio.import.lockedTitle')}>
      <Text mb="sm">{t('studio.import.lockedText', { owner: lockOwner || ownerEmail || 'none' })}</Text>
      <Checkbox
        label={t('studio.import.lockedConfirm')}
        checked={isTheirs}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </Alert>
  );
}

/** The feed names another address of its own. */
function Moved({ found: { channel, report, sourceUrl, showId } }: { found: Import }) {
  const { t } = useWords();
  const to = channel?.newFeedUrl ?? '';
  if (!to || to === sourceUrl || to === report?.finalUrl) return null;
  const query = new URLSearchParams({ url: to, ...(showId && { show: showId }) });
  return (
    <Alert variant="outline" color="gray">
      <Text mb="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('studio.import.movedText', { url: to })}
      </Text>
      <Button component={Link} to={`/import?${query}`} variant="default" size="xs">
        {t('studio.import.movedAction')}
      </Button>
    </Alert>
  );
}
