import { Badge, Button } from '@mantine/core';
import {
  IconActivity,
  IconHome,
  IconMail,
  IconMicrophone2,
  IconTrash,
  IconUpload,
  IconUsers,
  IconWorld,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link, NavLink, useParams } from 'react-router';
import { useJobs, useShows } from '../api/queries';
import { isUnderWay } from '../live/is-under-way';
import type { Instance, Me } from '../api/types';
import { Cover } from '../parts/cover';
import { textOf } from '../parts/text-of';
import { chooseFile } from '../upload/choose-file';
import { useWords } from '../words/words';
import { AccountMenu } from './account-menu';
import classes from './navigation.module.css';
import { Wordmark } from './wordmark';

/** Where one can go: today, shows, work under way, the bin; and who is signed in. */
export function Navigation({ me, instance }: { me: Me; instance: Instance | undefined }) {
  const { t, language } = useWords();
  const shows = useShows();
  const jobs = useJobs();
  const { showId } = useParams();
  const running = jobs.data?.filter((job) => isUnderWay(job.state)).length ?? 0;
  return (
    <div className={classes.column}>
      <Link to="/" className={classes.mark} aria-label={t('studio.nav.home')}>
        <Wordmark height={27} />
      </Link>
      <Button
        variant="default"
        leftSection={<IconUpload size={17} aria-hidden />}
        onClick={() => chooseFile(showId)}
        fullWidth
        px="xs"
      >
        {t('studio.nav.upload')}
      </Button>
      <nav aria-label={t('studio.nav.label')}>
        <ul className="plain-list">
          <Item to="/" icon={IconHome} label={t('studio.nav.today')} end />
          <Item to="/shows" icon={IconMicrophone2} label={t('studio.nav.shows')} end />
          {shows.data && shows.data.length > 0 && (
            <li>
              <ul className={`plain-list ${classes.shows}`}>
                {shows.data.slice(0, 8).map((show) => {
                  const title = textOf(show.texts, language, 'title', show.slug);
                  return (
                    <li key={show.id}>
                      <NavLink to={`/shows/${show.id}`} className={classes.item}>
                        <Cover url={show.cover?.url} name={title} size={24} />
                        <span className={classes.label}>{title}</span>
                      </NavLink>
                    </li>
                  );
                })}
              </ul>
            </li>
          )}
          <Item to="/people" icon={IconUsers} label={t('people.nav')} />
          <Item to="/jobs" icon={IconActivity} label={t('studio.nav.jobs')}>
            {running > 0 && (
              <Badge size="sm" color="after" aria-label={t('studio.nav.running', { n: running })}>
                {running}
              </Badge>
            )}
          </Item>
          <Item to="/bin" icon={IconTrash} label={t('studio.nav.bin')} />
          {me.isInstanceOwner && <Item to="/site" icon={IconWorld} label={t('site.studio.title')} />}
          {me.isInstanceOwner && instance?.mailKept && (
            <Item to="/mails" icon={IconMail} label={t('studio.nav.mails')} />
          )}
        </ul>
      </nav>
      <AccountMenu me={me} />
    </div>
  );
}

interface ItemProps {
  to: string;
  icon: TablerIcon;
  label: string;
  end?: boolean;
  children?: React.ReactNode;
}

function Item({ to, icon: Icon, label, end, children }: ItemProps) {
  return (
    <li>
      <NavLink to={to} end={end} className={classes.item}>
        <Icon size={19} stroke={1.7} aria-hidden />
        <span className={classes.label}>{label}</span>
        {children}
      </NavLink>
    </li>
  );
}
