import { Title } from '@mantine/core';
import type { At } from '../../../api/clip.calls';
import type { Correction, Guests } from '../../../api/guest.calls';
import { useWords } from '../../../words/words';
import { CorrectionForm } from './correction-form';
import { usesWords } from './guest-words';
import classes from './guests.module.css';

/** What guests want put right and nobody has decided yet, before everything else. */
export function OpenCorrections({ at, guests, mayDecide }: { at: At; guests: Guests; mayDecide: boolean }) {
  const { t, date } = useWords();
  const open = guests.items.flatMap(({ name, corrections }) =>
    corrections.filter(({ state }) => state === 'open').map((correction) => ({ name, correction })),
  );
  if (open.length === 0) return null;
  return (
    <section className={classes.waiting} aria-labelledby="corrections-title">
      <Title order={2} id="corrections-title">
        {t('people.board.waiting', { n: open.length })}
      </Title>
      {open.map(({ name, correction }) => (
        <article key={correction.id} className={classes.correction}>
          <h3>{t('people.correction.kind', { kind: correction.kind })}</h3>
          <span className="soft">{t('people.correction.asked', { name, date: date(correction.askedAt) })}</span>
          <What correction={correction} />
          {mayDecide && <CorrectionForm at={at} correction={correction} />}
        </article>
      ))}
    </section>
  );
}

function What({ correction }: { correction: Correction }) {
  const words = useWords();
  const { t } = words;
  const { before, after, uses, reason, startMs, endMs } = correction;
  const place =
    startMs === null
      ? ''
      : endMs === null
        ? t('people.correction.at', { from: toClock(startMs) })
        : t('people.correction.range', { from: toClock(startMs), to: toClock(endMs) });
  return (
    <dl className={classes.compare}>
      {before && after && (
        <>
          <div>
            <dt>{t('people.correction.is')}</dt>
            <dd>
              <Affiliated value={before} other={after} />
            </dd>
          </div>
          <div>
            <dt>{t('people.correction.should')}</dt>
            <dd>
              <Affiliated value={after} other={before} isNew />
            </dd>
          </div>
        </>
      )}
      {uses && (
        <div>
          <dt>{t('people.fact.consents')}</dt>
          <dd>{usesWords(uses, words)}</dd>
        </div>
      )}
      {(reason || place) && (
        <div>
          <dt>{place || t('people.correction.reason')}</dt>
          <dd>{reason}</dd>
        </div>
      )}
    </dl>
  );
}

interface AffiliatedProps {
  value: NonNullable<Correction['before']>;
  other: NonNullable<Correction['before']>;
  isNew?: boolean;
}

/** Title and employer; only what differs is marked. */
function Affiliated({ value, other, isNew }: AffiliatedProps) {
  const { t } = useWords();
  const { organisation, employer, titles } = value;
  const Mark = isNew ? 'ins' : 'del';
  const titleOf = (lang: string) => other.titles.find((each) => each.lang === lang)?.title ?? '';
  return (
    <>
      {titles
        .filter(({ title }) => title)
        .map(({ lang, title }) => (
          <div key={lang} lang={lang}>
            {title === titleOf(lang) ? title : <Mark>{title}</Mark>}
          </div>
        ))}
      {organisation && (
        <div>
          {organisation === other.organisation ? organisation : <Mark>{organisation}</Mark>}
          {employer !== 'named' && <span className="soft"> ({t(`people.board.${employer}`)})</span>}
        </div>
      )}
    </>
  );
}

/** `1:02:03` or `12:03`. */
function toClock(ms: number): string {
  const s = Math.floor(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const rest = `${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
  return s >= 3600 ? `${Math.floor(s / 3600)}:${rest}` : rest.replace(/^0(?=\d:)/, '');
}
