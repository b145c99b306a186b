import { Table } from '@mantine/core';
import '@mantine/core/styles/Table.css';
import type { Loudness } from '../../../../api/types';
import { useWords } from '../../../../words/words';

const lines = [
  { word: 'studio.sound.loudness', read: (l: Loudness) => l.asHeardLufs, unit: 'LUFS' },
  { word: 'studio.sound.peak', read: (l: Loudness) => l.truePeakDbtp, unit: 'dBTP' },
  { word: 'studio.sound.range', read: (l: Loudness) => l.loudnessRange, unit: 'LU' },
  { word: 'studio.sound.noise', read: (l: Loudness) => l.noiseFloorLufs, unit: 'LUFS' },
] as const;

/** Loudness, peak, range and noise of both sides. */
export function Figures({ before, after }: { before: Loudness; after: Loudness | null }) {
  const { t, number } = useWords();
  const show = (value: number | null, unit: string) => (value === null ? '–' : `${number(value, 1)} ${unit}`);
  return (
    <Table withRowBorders verticalSpacing={6} horizontalSpacing={0} maw={560}>
      <Table.Caption>{t('studio.sound.tableCaption')}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('studio.sound.measure')}</Table.Th>
          <Table.Th scope="col">{t('studio.sound.before')}</Table.Th>
          {after && <Table.Th scope="col">{t('studio.sound.after')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ word, read, unit }) => (
          <Table.Tr key={word}>
            <Table.Th scope="row" fw={400}>
              {t(word)}
            </Table.Th>
            <Table.Td>{show(read(before), unit)}</Table.Td>
            {after && <Table.Td>{show(read(after), unit)}</Table.Td>}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
