import { Select, Text } from '@mantine/core';
import type { Transcript } from '../../../api/transcript.calls';
import type { Copy } from '../../../api/types';
import { useWords } from '../../../words/words';
import classes from './transcript.module.css';

interface Props {
  speakers: Transcript['speakers'];
  people: Copy['people'];
  isBusy: boolean;
  onChoose(speaker: string, personId: string | null): void;
}

const nobody = '';

/** Each voice of the text with the person it is; found by the name, or chosen here. */
export function Speakers({ speakers, people, isBusy, onChoose }: Props) {
  const { t } = useWords();
  const options = [
    { value: nobody, label: t('studio.transcript.nobody') },
    ...people.map(({ personId, name }) => ({ value: personId, label: name })),
  ];
  return (
    <fieldset className={classes.speakers}>
      <legend>{t('studio.transcript.speakers')}</legend>
      {speakers.map(({ speaker, personId, isChosen, count }) => (
        <div key={speaker} className={classes.speaker}>
          <Select
            label={t('studio.transcript.speakerIs', { speaker })}
            description={[
              t('studio.transcript.passages', { n: count }),
              !isChosen && personId ? t('studio.transcript.found') : '',
            ]
              .filter(Boolean)
              .join(' · ')}
            allowDeselect={false}
            disabled={isBusy || people.length === 0}
            value={personId ?? nobody}
            data={options}
            onChange={(value) => onChoose(speaker, value || null)}
          />
        </div>
      ))}
      {people.length === 0 && (
        <Text size="sm" className="soft">
          {t('studio.transcript.noPeople')}
        </Text>
      )}
    </fieldset>
  );
}
