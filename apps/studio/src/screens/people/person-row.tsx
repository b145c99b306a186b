import { Avatar, Badge } from '@mantine/core';
import { IconArrowRight, IconEyeOff, IconUsers } from '@tabler/icons-react';
import { formatMonth } from '#libs/messages';
import { Link } from 'react-router';
import type { ListedPerson } from '../../api/people.calls';
import { useWords } from '../../words/words';
import classes from './people.module.css';

/** A person in the list: who, what they do now, in how much they are heard, and what is special. */
export function PersonRow({ person }: { person: ListedPerson }) {
  const { t } = useWords();
  const job = useJob(person);
  const { id, name, photoUrl, episodes, isHidden, isRenamed, lookalikes } = person;
  const badges = [
    lookalikes.length > 0 && { word: t('people.badge.twice'), Icon: IconUsers, color: 'accent' },
    isHidden && { word: t('people.badge.hidden'), Icon: IconEyeOff, color: 'gray' },
    isRenamed && { word: t('people.badge.renamed'), Icon: IconArrowRight, color: 'gray' },
  ].filter((badge) => badge !== false);
  return (
    <Link to={`/people/${id}`} className={classes.row}>
      <Avatar src={photoUrl} name={name} size={48} radius={999} color="after" alt="" />
      <span className={classes.text}>
        <strong>{name}</strong>
        {job && <span>{job}</span>}
      </span>
      <span className={classes.side}>
        {badges.map(({ word, Icon, color }) => (
          <Badge key={word} variant="outline" tt="none" color={color} leftSection={<Icon size={13} aria-hidden />}>
            {word}
          </Badge>
        ))}
        <span>{t('people.episodes', { n: episodes })}</span>
      </span>
    </Link>
  );
}

/** What they do now; where that is not written down, as what they were heard last, and when. */
function useJob({ now, heardAs }: ListedPerson): string {
  const { t, language, region } = useWords();
  const said = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(', ');
  if (now) return said(now.title, now.organisation);
  if (!heardAs) return '';
  const titles = heardAs.titles;
  const own = titles.find(({ lang }) => lang.startsWith(language)) ?? titles[0];
  return t('people.heardAs', { job: said(own?.title, heardAs.organisation), date: formatMonth(region, heardAs.on) });
}
