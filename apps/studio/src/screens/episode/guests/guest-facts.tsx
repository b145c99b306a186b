import type { Guest } from '../../../api/guest.calls';
import { useWords } from '../../../words/words';
import { usesWords } from './guest-words';
import classes from './guests.module.css';

/** Consents, quotes, clips, kit, last mail, language: the columns of the board. */
export function GuestFacts({ guest }: { guest: Guest }) {
  const words = useWords();
  const { t, date, region } = words;
  const { link, quotes, clips, kit, lastMail, consents } = guest;
  if (!link) return null;
  const locales = new Intl.DisplayNames([region], { type: 'language' });
  const facts: [string, string, boolean?][] = [
    [t('people.fact.consents'), usesWords(consents, words), true],
    [
      t('people.fact.quotes'),
      quotes.total === 0 ? t('people.fact.noneYet') : t('people.fact.of', { n: quotes.approved, total: quotes.total }),
    ],
    [
      t('people.fact.clips'),
      clips.total === 0
        ? t('people.fact.noneYetClips')
        : t('people.fact.ofClips', { n: clips.approved, total: clips.total }),
    ],
    [
      t('people.fact.kit'),
      kit.total === 0 ? t('people.fact.kitNone') : t('people.fact.kitState', { n: kit.ready, total: kit.total }),
    ],
    [
      t('people.fact.mail'),
      lastMail ? `${t('people.mail', { kind: lastMail.kind })}, ${date(lastMail.at)}` : t('people.fact.noMail'),
    ],
    [t('people.fact.language'), locales.of(link.locale) ?? link.locale],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value, isWide]) => (
        <div key={name} className={isWide ? classes.wide : undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
