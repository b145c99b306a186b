import { NumberInput, Select, TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { suggestTags } from '../../../api/kinds.calls';
import { keys, useSeries } from '../../../api/queries';
import { textOf } from '../../../parts/text-of';
import { useWords } from '../../../words/words';
import type { Saved } from '../autosave/use-saved';
import classes from '../episode.module.css';
import type { BasicsValue } from './basics';

/** Where an episode belongs: its mini-series with the part, and its topics. Each of them is a feed too. */
export function PlaceFields({ group, showId }: { group: Saved<BasicsValue>; showId: string }) {
  const { t, language } = useWords();
  const { value, set, errors } = group;
  const series = useSeries(showId);
  return (
    <>
      <div className={classes.grid} style={{ marginTop: 24 }}>
        {(series.data?.length ?? 0) > 0 ? (
          <Select
            label={t('kinds.basics.series')}
            clearable
            clearButtonProps={{ 'aria-label': t('studio.clear') }}
            placeholder={t('kinds.basics.noSeries')}
            value={value.seriesId}
            onChange={(seriesId) => set({ seriesId, ...(seriesId === null && { part: null }) })}
            data={series.data?.map((each) => ({
              value: each.id,
              label: textOf(each.texts, language, 'name', each.slug),
            }))}
            error={errors['seriesId']}
          />
        ) : (
          <p className="soft" style={{ margin: 0, alignSelf: 'end', fontSize: 14 }}>
            <Link to={`/shows/${showId}/series`}>{t('kinds.basics.makeSeries')}</Link>
          </p>
        )}
        {value.seriesId && (
          <NumberInput
            label={t('kinds.basics.part')}
            min={1}
            max={999}
            allowDecimal={false}
            value={value.part ?? ''}
            onChange={(n) => set({ part: n === '' ? null : Number(n) })}
            error={errors['part']}
            hideControls
          />
        )}
      </div>
      <Topics showId={showId} tags={value.tags} onChange={(tags) => set({ tags })} error={errors['tags']} />
    </>
  );
}

interface TopicsProps {
  showId: string;
  tags: string[];
  error?: string;
  onChange(tags: string[]): void;
}

/** Tags as they are written, with those that others have: the same word brings the same feed. */
function Topics({ showId, tags, error, onChange }: TopicsProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 150);
  const known = useQuery({
    queryKey: keys.tags(showId, q),
    queryFn: () => suggestTags(showId, q),
    placeholderData: keepPreviousData,
  });
  return (
    <TagsInput
      mt="lg"
      label={t('kinds.basics.tags')}
      description={t('kinds.basics.tagsHint')}
      value={tags}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      data={known.data?.map(({ name }) => name) ?? []}
      filter={({ options }) => options}
      maxTags={30}
      acceptValueOnBlur
      splitChars={[',', ';']}
      error={error}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
