import { TextInput } from '@mantine/core';
import { useWords } from '../words/words';
import type { Errors, FeedReference } from './feed.types';
import classes from './fields.module.css';
import { Rows } from './rows';

const blank: FeedReference = { feedGuid: '', feedUrl: '', title: '' };

interface FieldsProps {
  value: FeedReference;
  path: string;
  errors: Errors;
  onChange(next: Partial<FeedReference>): void;
}

/** Another feed, by the number that it keeps wherever it moves. */
function ReferenceFields({ value, path, errors, onChange }: FieldsProps) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        label={t('studio.feedFields.refGuid')}
        placeholder="917393e3-1b1e-5cef-ace4-edaa54e1f810"
        value={value.feedGuid}
        onChange={(e) => onChange({ feedGuid: e.currentTarget.value })}
        error={errors[`${path}.feedGuid`]}
      />
      <TextInput
        label={t('studio.feedFields.refUrl')}
        placeholder="https://"
        value={value.feedUrl}
        onChange={(e) => onChange({ feedUrl: e.currentTarget.value })}
        error={errors[`${path}.feedUrl`]}
      />
      <TextInput
        label={t('studio.feedFields.refTitle')}
        maxLength={128}
        value={value.title}
        onChange={(e) => onChange({ title: e.currentTarget.value })}
        error={errors[`${path}.title`]}
      />
    </>
  );
}

interface PodrollProps {
  podroll: FeedReference[];
  errors: Errors;
  onChange(podroll: FeedReference[]): void;
}

/** Podcasts that the producer recommends. */
export function PodrollField({ podroll, errors, onChange }: PodrollProps) {
  const { t } = useWords();
  return (
    <Rows
      rows={podroll}
      blank={blank}
      add={t('studio.feedFields.podrollAdd')}
      onChange={onChange}
      render={(row, change, i) => (
        <ReferenceFields value={row} path={`podroll.${i}`} errors={errors} onChange={change} />
      )}
    />
  );
}

interface PublisherProps {
  publisher: FeedReference | null;
  errors: Errors;
  onChange(publisher: FeedReference | null): void;
}

/** The feed of the house that publishes it; empty fields: none. */
export function PublisherField({ publisher, errors, onChange }: PublisherProps) {
  const value = publisher ?? blank;
  return (
    <div className={classes.pair}>
      <ReferenceFields
        value={value}
        path="publisher"
        errors={errors}
        onChange={(change) => onChange({ ...value, ...change })}
      />
    </div>
  );
}
