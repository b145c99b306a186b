import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFeedTags } from '../api/queries';
import { useWords } from '../words/words';
import type { Errors, Licence } from './feed.types';
import classes from './fields.module.css';

interface Props {
  licence: Licence | null;
  /** What holds where nothing is said. */
  none: string;
  errors: Errors;
  onChange(licence: Licence | null): void;
}

const own = 'own';

/** A known licence, or one's own with the address of its text. */
export function LicenceField({ licence, none, errors, onChange }: Props) {
  const { t } = useWords();
  const known = useFeedTags().data?.licences ?? [];
  const [isOwn, setOwn] = useState(false);
  const nameOf = (id: string) => (id === 'arr' ? t('studio.feedFields.licenceAll') : id.toUpperCase());
  const isKnown = licence !== null && known.includes(licence.id);
  const choice = isOwn || (licence && !isKnown) ? own : (licence?.id ?? null);
  const choose = (id: string | null) => {
    setOwn(id === own);
    if (id === null) onChange(null);
    else if (id === own) onChange({ id: '', url: '' });
    else onChange({ id, url: '' });
  };
  return (
    <div className={classes.pair}>
      <Select
        label={t('studio.feedFields.licence')}
        placeholder={none}
        clearable
        clearButtonProps={{ 'aria-label': t('studio.clear') }}
        value={choice}
        onChange={choose}
        data={[
          ...known.map((id) => ({ value: id, label: nameOf(id) })),
          { value: own, label: t('studio.feedFields.licenceOwn') },
        ]}
        error={choice !== own && errors['licence.id']}
      />
      {choice === own && licence && (
        <>
          <TextInput
            label={t('studio.feedFields.licenceName')}
            maxLength={128}
            value={licence.id}
            onChange={(e) => onChange({ ...licence, id: e.currentTarget.value })}
            error={errors['licence.id']}
          />
          <TextInput
            label={t('studio.feedFields.licenceUrl')}
            placeholder="https://"
            value={licence.url}
            onChange={(e) => onChange({ ...licence, url: e.currentTarget.value })}
            error={errors['licence.url']}
          />
        </>
      )}
    </div>
  );
}
