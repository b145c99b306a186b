import type { Correction } from '../../../api/guest.calls';
import { useWords } from '../../../words/words';
import classes from './guests.module.css';

/** What became of earlier requests. */
export function DecidedCorrections({ corrections }: { corrections: readonly Correction[] }) {
  const { t, date } = useWords();
  return (
    <details>
      <summary>{t('people.correction.past', { n: corrections.length })}</summary>
      <ul className={`plain-list ${classes.story}`}>
        {corrections.map(({ id, kind, state, askedAt, decidedAt, reason, answer, isNoted }) => (
          <li key={id}>
            {t('people.correction.kind', { kind })}. {reason}
            <br />
            <span>
              {t('people.correction.decided', { state, date: date(decidedAt ?? askedAt) })}
              {isNoted && ` · ${t('people.correction.isNoted')}`}
            </span>
            {answer && <p className={classes.words}>{t('people.correction.answered', { answer })}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
