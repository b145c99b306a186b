import { NumberInput, Select, TextInput } from '@mantine/core';
import { useWords } from '../words/words';
import type { Errors, ShowFeed } from './feed.types';
import { Rows } from './rows';

interface SeasonsProps {
  seasons: ShowFeed['seasons'];
  errors: Errors;
  onChange(seasons: ShowFeed['seasons']): void;
}

/** What seasons are called beside their number. */
export function SeasonsField({ seasons, errors, onChange }: SeasonsProps) {
  const { t } = useWords();
  const next = 1 + Math.max(0, ...seasons.map(({ number }) => number));
  return (
    <Rows
      rows={seasons}
      blank={{ number: next, name: '' }}
      add={t('studio.feedFields.seasonAdd')}
      onChange={onChange}
      render={(row, change, i) => (
        <>
          <NumberInput
            label={t('studio.feedFields.season')}
            min={1}
            max={9999}
            allowDecimal={false}
            hideControls
            value={row.number}
            onChange={(n) => n !== '' && change({ number: Number(n) })}
            error={errors[`seasons.${i}.number`]}
          />
          <TextInput
            label={t('studio.feedFields.seasonName')}
            maxLength={128}
            value={row.name}
            onChange={(e) => change({ name: e.currentTarget.value })}
            error={errors[`seasons.${i}.name`]}
          />
        </>
      )}
    />
  );
}

interface VerifyProps {
  verify: ShowFeed['verify'];
  errors: Errors;
  onChange(verify: ShowFeed['verify']): void;
}

const purposes = ['verify', 'applepodcastsverify'];

/** Texts by which a directory sees that the feed is yours. */
export function VerifyField({ verify, errors, onChange }: VerifyProps) {
  const { t } = useWords();
  return (
    <Rows
      rows={verify}
      blank={{ purpose: 'verify', text: '' }}
      add={t('studio.feedFields.verifyAdd')}
      onChange={onChange}
      render={(row, change, i) => (
        <>
          <Select
            label={t('studio.feedFields.verifyFor')}
            allowDeselect={false}
            value={row.purpose}
            onChange={(purpose) => change({ purpose: purpose ?? 'verify' })}
            data={[...new Set([...purposes, row.purpose])].map((purpose) => ({
              value: purpose,
              label:
                purpose === 'verify'
                  ? t('studio.feedFields.verifyAny')
                  : purpose === 'applepodcastsverify'
                    ? 'Apple Podcasts'
                    : purpose,
            }))}
            error={errors[`verify.${i}.purpose`]}
          />
          <TextInput
            label={t('studio.feedFields.verifyText')}
            value={row.text}
            onChange={(e) => change({ text: e.currentTarget.value })}
            error={errors[`verify.${i}.text`]}
          />
        </>
      )}
    />
  );
}
