import { Stack, Table, Text } from '@mantine/core';
import '@mantine/core/styles/Table.css';
import { isKey } from '#libs/messages';
import { useState } from 'react';
import type { Episode, Loudness, Revision, SoundReport, SoundWaveform } from '../../../api/types';
import { useWords } from '../../../words/words';
import { Curve } from './curve';
import { Players } from './players';
import { Wave } from './wave';

/** Loudness before and after: one sentence, the picture, the table behind it, and both to listen to. */
export function Report({ episode, revision }: { episode: Episode; revision: Revision }) {
  const { t, number } = useWords();
  const [position, setPosition] = useState(0);
  const { before, after, notes = [] } = (revision.report ?? {}) as SoundReport;
  const waves = (revision.waveform ?? {}) as SoundWaveform;
  const lufs = (value: number) => number(value, 1);
  const remarks = notes.flatMap(({ code, params }) => {
    const key = `sound.note.${code}`;
    return isKey(key) ? [t(key, params)] : [];
  });
  return (
    <Stack gap="md">
      <Text>
        {before && after
          ? t('studio.sound.summary', { before: lufs(before.asHeardLufs), after: lufs(after.asHeardLufs) })
          : before && t('studio.sound.summaryBefore', { before: lufs(before.asHeardLufs) })}
      </Text>
      {remarks.length > 0 && (
        <ul style={{ margin: 0, paddingLeft: 20 }}>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <Stack gap={4}>
        {waves.before && (
          <Wave label={t('studio.sound.before')} color="var(--before)" overview={waves.before.overview} at={position} />
        )}
        {waves.after && (
          <Wave label={t('studio.sound.after')} color="var(--after)" overview={waves.after.overview} at={position} />
        )}
      </Stack>
      {(before?.shortTerm || after?.shortTerm) && <Curve before={before?.shortTerm} after={after?.shortTerm} />}
      <Players episode={episode} revision={revision} onPosition={setPosition} />
      {before && <Figures before={before} after={after ?? null} />}
    </Stack>
  );
}

const lines = [
  { word: 'studio.sound.loudness', read: (l: Loudness) => l.asHeardLufs, unit: 'LUFS' },
  { word: 'studio.sound.peak', read: (l: Loudness) => l.truePeakDbtp, unit: 'dBTP' },
  { word: 'studio.sound.range', read: (l: Loudness) => l.loudnessRange, unit: 'LU' },
  { word: 'studio.sound.noise', read: (l: Loudness) => l.noiseFloorLufs, unit: 'LUFS' },
] as const;

function Figures({ before, after }: { before: Loudness; after: Loudness | null }) {
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
