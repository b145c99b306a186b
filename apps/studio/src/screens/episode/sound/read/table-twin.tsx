import { Table } from '@mantine/core';
import '@mantine/core/styles/Table.css';
import { useMemo } from 'react';
import { useWords } from '../../../../words/words';
import { formatTimeCode } from '../../chapters/time-code';
import { toAfter } from '../model/axis';
import { toRows } from '../model/curve';
import type { ShownSound } from '../stage/shown-sound';
import { Figures } from './figures';
import classes from './read.module.css';

/** The pictures as tables: the figures, and loudness and gain over time. */
export function TableTwin({ shown }: { shown: ShownSound }) {
  const { t, number } = useWords();
  const { axis, curves, report } = shown;
  const rows = useMemo(() => {
    const madeAt = (second: number) => toAfter(axis, second * 1000);
    const after = curves.before.map((_, second) => {
      const ms = madeAt(second);
      return ms === null ? null : (curves.after[Math.round(ms / 1000)] ?? null);
    });
    return toRows(curves.before, after, 40).map((row) => {
      const ms = madeAt(row.atMs / 1000);
      const step = report.steps?.find((s) => ms !== null && ms >= s.startMs && ms < s.endMs);
      return { ...row, gainDb: step?.gainDb ?? null };
    });
  }, [axis, curves, report.steps]);
  const show = (value: number | null, unit: string) => (value === null ? '–' : `${number(value, 1)} ${unit}`);
  return (
    <details className={classes.twin}>
      <summary>{t('studio.sound.asTable')}</summary>
      {report.before && <Figures before={report.before} after={report.after ?? null} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, and keys scroll only what has the focus */}
      <div className={classes.numbers} role="region" tabIndex={0} aria-label={t('studio.sound.overTime')}>
        <Table verticalSpacing={4} horizontalSpacing={8} maw={560}>
          <Table.Caption>{t('studio.sound.overTime')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('studio.sound.from')}</Table.Th>
              <Table.Th scope="col">{t('studio.sound.before')}</Table.Th>
              {shown.hasAfter && <Table.Th scope="col">{t('studio.sound.after')}</Table.Th>}
              {report.steps && <Table.Th scope="col">{t('studio.sound.gain')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.atMs}>
                <Table.Th scope="row" fw={400}>
                  {formatTimeCode(row.atMs)}
                </Table.Th>
                <Table.Td>{show(row.before, 'LUFS')}</Table.Td>
                {shown.hasAfter && <Table.Td>{show(row.after, 'LUFS')}</Table.Td>}
                {report.steps && <Table.Td>{show(row.gainDb, 'dB')}</Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </details>
  );
}
