import { TextInput } from '@mantine/core';
import { useWords } from '../words/words';
import type { Errors, Funding } from './feed.types';
import { Rows } from './rows';

interface Props {
  funding: Funding[];
  errors: Errors;
  onChange(funding: Funding[]): void;
}

/** Links by which listeners support the work, each with its words. */
export function FundingField({ funding, errors, onChange }: Props) {
  const { t } = useWords();
  return (
    <Rows
      rows={funding}
      blank={{ url: '', text: '' }}
      add={t('studio.feedFields.fundingAdd')}
      onChange={onChange}
      render={(row, change, i) => (
        <>
          <TextInput
            label={t('studio.feedFields.fundingUrl')}
            placeholder="https://"
            inputMode="url"
            value={row.url}
            onChange={(e) => change({ url: e.currentTarget.value })}
            error={errors[`funding.${i}.url`]}
          />
          <TextInput
            label={t('studio.feedFields.fundingText')}
            maxLength={128}
            value={row.text}
            onChange={(e) => change({ text: e.currentTarget.value })}
            error={errors[`funding.${i}.text`]}
          />
        </>
      )}
    />
  );
}
