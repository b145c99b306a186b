import { Anchor, Avatar, Badge } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconListCheck, IconMailOff, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { At } from '../../../api/clip.calls';
import type { Guest } from '../../../api/guest.calls';
import { useWords } from '../../../words/words';
import { MergeDialog } from '../../people/merge-dialog';
import { GuestActs } from './guest-acts';
import { GuestFacts } from './guest-facts';
import { GuestStory } from './guest-story';
import { isInvited, leakWords, missingWords, stageOf, thenOf } from './guest-words';
import classes from './guests.module.css';

const colors: Record<string, string> = {
  ...{ approved: 'after', released: 'after', quiet: 'after', filled: 'after' },
  ...{ silent: 'accent', declined: 'accent', withdrawn: 'accent', closed: 'accent', incomplete: 'accent' },
};

/** One appearance: who, as what, what is missing, what was agreed to, and what can be done. */
export function GuestCard({ at, guest, mayEdit }: { at: At; guest: Guest; mayEdit: boolean }) {
  const words = useWords();
  const { t } = words;
  const stage = stageOf(guest);
  return (
    <article className={classes.card} data-guest={guest.personId} tabIndex={-1} aria-label={guest.name}>
      <div className={classes.head}>
        <Avatar src={guest.photoUrl} name={guest.name} size={56} radius={999} color="after" alt="" />
        <div className={classes.who}>
          <h2>
            <Link to={`/people/${guest.personId}`}>{guest.name}</Link>
          </h2>
          <p>
            {t(`studio.appearance.${guest.role}`)} · {thenOf(guest, words)}
          </p>
        </div>
        {(guest.link || isInvited(guest)) && (
          <Badge variant="outline" tt="none" size="lg" color={colors[stage] ?? 'gray'}>
            {t('people.state', { stage })}
          </Badge>
        )}
      </div>
      <Notes guest={guest} />
      <GuestFacts guest={guest} />
      {mayEdit && <GuestActs at={at} guest={guest} />}
      <GuestStory guest={guest} />
    </article>
  );
}

/** What is missing or wrong, each in a sentence. */
function Notes({ guest }: { guest: Guest }) {
  const words = useWords();
  const { t } = words;
  const [other, setOther] = useState<string | null>(null);
  const { missing, leaks, lastMail, lookalikes } = guest;
  return (
    <>
      {missing.length > 0 ? (
        <p className={classes.note}>
          <IconListCheck size={17} aria-hidden />
          <span>{t('people.missing', { what: missingWords(missing, words) })}</span>
        </p>
      ) : (
        <p className={classes.note}>
          <IconCircleCheck size={17} aria-hidden color="var(--good)" />
          <span>{t('people.complete')}</span>
        </p>
      )}
      {leaks.length > 0 && (
        <p className={`${classes.note} ${classes.warn}`}>
          <IconAlertTriangle size={17} aria-hidden />
          <span>{t('people.leaks', { places: leakWords(guest, words) })}</span>
        </p>
      )}
      {lastMail?.isRefused && (
        <p className={`${classes.note} ${classes.warn}`}>
          <IconMailOff size={17} aria-hidden />
          <span>{t('people.bounced')}</span>
        </p>
      )}
      {lookalikes[0] && (
        <p className={classes.note}>
          <IconUsers size={17} aria-hidden />
          <span>
            {t('people.alike', { names: lookalikes.map(({ name }) => name).join(', ') })}
            {' · '}
            <Anchor component="button" type="button" onClick={() => setOther(lookalikes[0]!.id)}>
              {t('people.compare')}
            </Anchor>
          </span>
        </p>
      )}
      {other && <MergeDialog personId={guest.personId} otherId={other} onClose={() => setOther(null)} />}
    </>
  );
}
