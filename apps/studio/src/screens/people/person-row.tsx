import { Avatar, Badge } from '@mantine/core';
import { IconArrowRight, IconEyeOff, IconUsers } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { ListedPerson } from '../../api/people.calls';
import { useWords } from '../../words/words';
import classes from './people.module.css';

/** A person in the list: who, what they do now, in how much they are heard, and what is special. */
export function PersonRow({ person }: { person: ListedPerson }) {
  const { t } = useWords();
  const { id, name, photoUrl, now, episodes, isHidden, isRenamed, lookalikes } = person;
  const job = [now?.title, now?.organisation].filter(Boolean).join(', ');
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
