import { Select, TextInput } from '@mantine/core';
import { useWords } from '../words/words';
import type { Errors, Place } from './feed.types';
import { Rows } from './rows';

interface Props {
  places: Place[];
  errors: Errors;
  onChange(places: Place[]): void;
}

const blank: Place = { name: '', rel: 'subject', geo: '', osm: '', country: '' };

/** Places that it is about, or where it is made; only the name is needed. */
export function PlacesField({ places, errors, onChange }: Props) {
  const { t } = useWords();
  return (
    <Rows
      rows={places}
      blank={blank}
      add={t('studio.feedFields.placeAdd')}
      onChange={onChange}
      render={(row, change, i) => (
        <>
          <TextInput
            label={t('studio.feedFields.placeName')}
            placeholder={t('studio.feedFields.placeExample')}
            value={row.name}
            onChange={(e) => change({ name: e.currentTarget.value })}
            error={errors[`places.${i}.name`]}
          />
          <Select
            label={t('studio.feedFields.placeRel')}
            allowDeselect={false}
            value={row.rel}
            onChange={(rel) => change({ rel: rel as Place['rel'] })}
            data={[
              { value: 'subject', label: t('studio.feedFields.placeSubject') },
              { value: 'creator', label: t('studio.feedFields.placeCreator') },
            ]}
          />
          <TextInput
            label={t('studio.feedFields.placeGeo')}
            placeholder="45.5,-73.6"
            value={row.geo}
            onChange={(e) => change({ geo: e.currentTarget.value })}
            error={errors[`places.${i}.geo`]}
          />
          <TextInput
            label={t('studio.feedFields.placeOsm')}
            placeholder="R1634158"
            value={row.osm}
            onChange={(e) => change({ osm: e.currentTarget.value })}
            error={errors[`places.${i}.osm`]}
          />
          <TextInput
            label={t('studio.feedFields.placeCountry')}
            placeholder="CA"
            maxLength={2}
            value={row.country}
            onChange={(e) => change({ country: e.currentTarget.value })}
            error={errors[`places.${i}.country`]}
          />
        </>
      )}
    />
  );
}
