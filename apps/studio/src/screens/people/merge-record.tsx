import { Avatar, Group, Radio, Text } from '@mantine/core';
import type { Person } from '../../api/types';
import { useWords } from '../../words/words';
import classes from './people.module.css';

/** One of the two records, with what tells it from the other. */
export function MergeRecord({ person, isKept, onKeep }: { person: Person; isKept: boolean; onKeep(): void }) {
  const { t, language } = useWords();
  const { name, photoUrl, texts, links, affiliations, pronouns } = person;
  const text = texts.find(({ lang }) => lang === language) ?? texts[0];
  const jobs = affiliations.map(({ title, organisation, since, until }) => {
    const years = since || until ? `${since?.slice(0, 4) ?? ''}–${until?.slice(0, 4) ?? ''}` : '';
    return [title, organisation, years].filter(Boolean).join(', ');
  });
  return (
    <div className={classes.record} data-kept={isKept}>
      <Radio
        name="kept"
        checked={isKept}
        onChange={onKeep}
        label={isKept ? t('people.merge.kept') : t('people.merge.keep')}
        aria-label={`${name}: ${t('people.merge.keep')}`}
      />
      <Group gap="sm" wrap="nowrap">
        <Avatar src={photoUrl} name={name} size={56} radius={999} color="after" alt="" />
        <div>
          <strong>{name}</strong>
          <Text size="sm" className="soft">
            {[`/g/${person.slug}`, pronouns].filter(Boolean).join(' · ')}
          </Text>
        </div>
      </Group>
      {!photoUrl && <p className="soft">{t('people.merge.noPhoto')}</p>}
      <p className={text ? 'clamp' : 'soft'} lang={text?.lang}>
        {text?.biography ?? t('people.merge.noBiography')}
      </p>
      {jobs.map((job) => (
        <p key={job}>{job}</p>
      ))}
      <p className="soft">
        {links.length > 0 ? links.map(({ url }) => url).join(', ') : t('people.merge.links', { n: 0 })}
      </p>
    </div>
  );
}
