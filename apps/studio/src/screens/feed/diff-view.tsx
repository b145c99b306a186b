import { Stack, Text, Title } from '@mantine/core';
import { isKey } from '#libs/messages';
import type { FeedDiff } from '../../api/feed.calls';
import { useWords } from '../../words/words';
import classes from './feed.module.css';

type Field = FeedDiff['channel'][number];

/** What is different between two versions of a feed, field by field. */
export function DiffView({ diff, isFirst = false }: { diff: FeedDiff; isFirst?: boolean }) {
  const { t } = useWords();
  const { added, removed, changed, channel, counts, isReordered } = diff;
  if (isFirst) return <Text className="soft">{t('feed.diff.first')}</Text>;
  const isSame = channel.length + counts.added + counts.removed + counts.changed === 0 && !isReordered;
  if (isSame) return <Text className="soft">{t('feed.diff.same')}</Text>;
  return (
    <Stack gap="sm">
      <ul className="plain-list">
        {added.map(({ guid, title }) => (
          <li key={guid}>{t('feed.diff.added', { title })}</li>
        ))}
        <More all={counts.added} shown={added.length} />
        {removed.map(({ guid, title }) => (
          <li key={guid}>{t('feed.diff.removed', { title })}</li>
        ))}
        <More all={counts.removed} shown={removed.length} />
        {isReordered && <li>{t('feed.diff.reordered')}</li>}
      </ul>
      {channel.length > 0 && <FieldChanges title={t('feed.diff.channel')} fields={channel} />}
      {changed.map(({ guid, title, fields }) => (
        <FieldChanges key={guid} title={t('feed.diff.changed', { title })} fields={fields} />
      ))}
      <ul className="plain-list">
        <More all={counts.changed} shown={changed.length} />
      </ul>
    </Stack>
  );
}

function More({ all, shown }: { all: number; shown: number }) {
  const { t } = useWords();
  return all > shown ? <li className="soft">{t('feed.diff.more', { n: all - shown })}</li> : null;
}

function FieldChanges({ title, fields }: { title: string; fields: readonly Field[] }) {
  return (
    <section>
      <Title order={4} mb={4}>
        {title}
      </Title>
      {fields.map((field) => (
        <FieldChange key={field.name} field={field} />
      ))}
    </section>
  );
}

function FieldChange({ field: { name, before, after } }: { field: Field }) {
  const { t } = useWords();
  const key = `feed.name.${name}`;
  return (
    <div className={classes.field}>
      <Text fw={600} size="sm">
        {isKey(key) ? t(key) : ''} <code className="soft">{name}</code>
      </Text>
      <div className={classes.sides}>
        <Side label={t('feed.diff.before')} text={before} mark="del" />
        <Side label={t('feed.diff.after')} text={after} mark="ins" />
      </div>
    </div>
  );
}

function Side({ label, text, mark: Mark }: { label: string; text: string; mark: 'del' | 'ins' }) {
  const { t } = useWords();
  return (
    <div>
      <Text size="xs" className="soft">
        {label}
      </Text>
      {text ? <Mark className={classes.text}>{text}</Mark> : <span className="soft">{t('feed.diff.nothing')}</span>}
    </div>
  );
}
