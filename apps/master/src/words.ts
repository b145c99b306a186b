import type { Finding, PlanNote } from '#libs/ffmpeg';
import { formatTimeCode } from '#libs/kernel';
import { formatBytes, isKey, type Params, type Region, translator } from '#libs/messages';
import type { Mastered } from './master.js';

/** One finding as a line: when, what, and whether it is mended. */
export function findingLine(region: Region, finding: Finding): string {
  const t = translator(region);
  const when = `${formatTimeCode(finding.startMs)}–${formatTimeCode(finding.endMs)}`;
  const mended = finding.isMended ? ` (${t('master.mended')})` : '';
  const mark = finding.weight === 'problem' ? '!' : '·';
  return `  ${mark} ${when.padEnd(15)}  ${sentence(region, `sound.finding.${finding.kind}`, finding.measure)}${mended}`;
}

export function noteLine(region: Region, note: PlanNote): string {
  return `  · ${sentence(region, `sound.note.${note.code}`, note.params)}`;
}

/** The table of before and after, and what was made, as lines. */
export function resultLines(region: Region, { before, plan, after, seconds }: Mastered): string[] {
  const t = translator(region);
  const number = (value: number): string => decimal(region, value);
  const [then, now] = [before.report, after.report];
  const rows = [
    ['', t('master.before'), t('master.after'), ''],
    [t('master.row.heard'), number(then.asHeardLufs), number(now.asHeardLufs), 'LUFS'],
    [t('master.row.meter'), number(then.integratedLufs), number(now.integratedLufs), 'LUFS'],
    [t('master.row.peak'), number(then.truePeakDbtp), number(now.truePeakDbtp), 'dBTP'],
    [t('master.row.range'), number(then.loudnessRange), number(now.loudnessRange), 'LU'],
    [t('master.row.duration'), formatTimeCode(before.durationMs), formatTimeCode(after.durationMs), ''],
  ];
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]!.length));
  const [first, second, third] = [width(0), width(1), width(2)];
  const table = rows.map(([name, was, is, unit]) =>
    `  ${name!.padEnd(first)}  ${was!.padStart(second)}  ${is!.padStart(third)} ${unit}`.trimEnd(),
  );
  const total = Object.values(seconds).reduce((sum, each) => sum + each, 0);
  const made = { channels: plan.channels, bytes: formatBytes(region, after.sizeBytes), seconds: number(total) };
  return [...table, '', `  ${t('master.made', made)}`];
}

/** Which promises the finished file does not keep, as sentences. */
export function missedLines(region: Region, { after }: Mastered): string[] {
  const t = translator(region);
  return after.checks
    .filter(({ passed }) => !passed)
    .map(({ name, measured }) => `  ! ${t('master.missed', { name, measured: decimal(region, measured) })}`);
}

/** With one decimal always, so that columns stand below each other, and a real minus. */
export function decimal(region: Region, value: number): string {
  const format = new Intl.NumberFormat(region, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return format.format(value).replace('-', '−');
}

function sentence(region: Region, key: string, params: Params): string {
  return isKey(key) ? translator(region)(key, params) : key;
}
