import type { ReactNode } from 'react';
import type { ImportReport } from '../../api/import.calls';
import { useWords } from '../../words/words';
import classes from './import.module.css';

/** What a look at a feed found, in figures. */
export function Findings({ report }: { report: ImportReport }) {
  const { t, number, bytes, duration, day } = useWords();
  const { toMake, known, leftOut, guidsKept, guidsMade, sampled, reachable, sizesEqual } = report;
  const unreachable = t('studio.import.unreachable', { n: sampled - reachable, number: number(sampled - reachable) });
  const volume = report.bytesUnknown
    ? t('studio.import.volumeUnknown', { size: bytes(report.bytes), n: number(report.bytesUnknown) })
    : bytes(report.bytes);
  const period = [report.firstAt, report.lastAt].map((at) => (at ? day(at.slice(0, 10)) : '–'));
  return (
    <dl className={classes.facts}>
      <Fact name={t('studio.import.items')}>
        {number(toMake)} {t('studio.import.toMake')}
        {known > 0 && <small>{`${number(known)} ${t('studio.import.known')}`}</small>}
        {leftOut > 0 && <small>{`${number(leftOut)} ${t('studio.import.leftOut')}`}</small>}
      </Fact>
      <Fact name={t('studio.import.guids')}>
        {t('studio.import.guidsOf', { kept: number(guidsKept), all: number(guidsKept + guidsMade) })}
      </Fact>
      <Fact name={t('studio.import.sizes')}>
        {sampled === 0 ? '–' : t('studio.import.sizesOf', { equal: number(sizesEqual), sampled: number(sampled) })}
        {unreachable && <small>{unreachable}</small>}
      </Fact>
      <Fact name={t('studio.import.volume')}>
        {volume}
        {report.durationMs > 0 && <small>{duration(report.durationMs)}</small>}
      </Fact>
      <Fact name={t('studio.import.period')}>
        {period[0]}
        <small>{period[1]}</small>
      </Fact>
      <Also counts={report.counts} />
    </dl>
  );
}

function Also({ counts }: { counts: ImportReport['counts'] }) {
  const { t } = useWords();
  const parts = t('studio.import.alsoList', counts).split('|').filter(Boolean);
  return (
    <Fact name={t('studio.import.also')}>
      {parts.length === 0 ? '–' : parts.map((part, i) => (i === 0 ? part : <small key={part}>{part}</small>))}
    </Fact>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
