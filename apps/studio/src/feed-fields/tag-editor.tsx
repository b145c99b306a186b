import { useFeedTags } from '../api/queries';
import { ErrorNote } from '../parts/error-note';
import { Loading } from '../parts/loading';
import { useWords } from '../words/words';
import type { Errors, TagRecord } from './feed.types';
import classes from './fields.module.css';
import { AddTag, TagCard } from './tag-card';
import { addable, toBlankTag } from './tag-records';

interface Props {
  place: 'channel' | 'item';
  tags: TagRecord[];
  errors: Errors;
  onChange(tags: TagRecord[]): void;
}

/** Every other tag that apps know: one editor for all, made from the table by which the server checks them. */
export function TagEditor({ place, tags, errors, onChange }: Props) {
  const { t } = useWords();
  const table = useFeedTags();
  if (table.isPending) return <Loading rows={1} />;
  if (table.isError) return <ErrorNote error={table.error} onRetry={() => void table.refetch()} />;
  const byName = new Map(table.data.tags.map((description) => [description.name, description]));
  return (
    <div className={classes.tags}>
      {errors['tags'] && (
        <p className={classes.error} role="alert">
          {errors['tags']}
        </p>
      )}
      {tags.map((tag, i) => (
        <TagCard
          key={i}
          tag={tag}
          path={`tags.${i}`}
          byName={byName}
          errors={errors}
          onChange={(next) => onChange(tags.map((old, at) => (at === i ? next : old)))}
          onRemove={() => onChange(tags.filter((_, at) => at !== i))}
        />
      ))}
      <div>
        <AddTag
          label={t('studio.feedFields.tagAdd')}
          names={addable(place, tags, table.data.tags)}
          onAdd={(name) => onChange([...tags, toBlankTag(name, byName)])}
        />
      </div>
    </div>
  );
}
