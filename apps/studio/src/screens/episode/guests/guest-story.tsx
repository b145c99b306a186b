import type { Guest } from '../../../api/guest.calls';
import { useWords } from '../../../words/words';
import { DecidedCorrections } from './decided-corrections';
import { usesWords } from './guest-words';
import classes from './guests.module.css';

/** Receipts, decided corrections and everything that happened, folded away. */
export function GuestStory({ guest }: { guest: Guest }) {
  const { t, dateTime } = useWords();
  const { receipts, history, link, corrections } = guest;
  if (!link) return null;
  const decided = corrections.filter(({ state }) => state !== 'open');
  return (
    <div className={classes.more}>
      {link.teamUrl && <p className="soft">{t('people.link.teamIs')}</p>}
      {decided.length > 0 && <DecidedCorrections corrections={decided} />}
      {receipts.length > 0 && <Receipts receipts={receipts} />}
      <details>
        <summary>{t('people.history', { n: history.length })}</summary>
        <ul className={`plain-list ${classes.story}`}>
          {history.map(({ at, actor, what, of }, i) => (
            <li key={at + what + i}>
              {t('people.event', { what, of: of || 'none' })}{' '}
              <span>
                {dateTime(at)}, {t('people.event.by', { actor })}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Receipts({ receipts }: { receipts: Guest['receipts'] }) {
  const words = useWords();
  const { t, dateTime, date } = words;
  return (
    <details>
      <summary>{t('people.receipts', { n: receipts.length })}</summary>
      <ul className={`plain-list ${classes.story}`}>
        {receipts.map(({ at, uses, proof, mailedAt, words: shown, locale }) => (
          <li key={at}>
            {usesWords(uses, words)}
            <br />
            <span>
              {dateTime(at)} · {t('people.receipt.by', { proof })} ·{' '}
              {mailedAt ? t('people.receipt.mailed', { date: date(mailedAt) }) : t('people.receipt.notMailed')}
            </span>
            <details>
              <summary>{t('people.receipt.words')}</summary>
              <p className={classes.words} lang={locale}>
                {shown}
              </p>
            </details>
          </li>
        ))}
      </ul>
    </details>
  );
}
