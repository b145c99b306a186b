import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ffmpeg, type OutputKind, usualOrder } from '#libs/ffmpeg';
import { systemClock } from '#libs/kernel';
import { masterFile } from '../../apps/master/src/master.js';
import { evenness, type Heard, listen, pumping, shift, spread } from '../sound/ears.js';
import type { Label } from '../sound/scene.js';
import { scenes } from '../sound/scenes.js';
import { toWav } from '../sound/wav.js';
import type { Row } from './table.js';

const target = usualOrder.targetLufs;

/** The promises about a decoded file, measured with ears that share no code with the engine. */
export function heardRows(name: string, before: Heard, after: Heard, labels: readonly Label[]): Row[] {
  const voices = [...new Set(labels.map((label) => label.name))].filter((label) => label !== 'pause');
  const was = spread(before, labels, voices);
  return [
    {
      ...{ what: `${name}: distance to ${target} LUFS as heard`, value: Math.abs(after.lufs - target), unit: 'LU' },
      ...bars(1, 0.3),
      note: `${before.lufs.toFixed(1)} before, ${after.lufs.toFixed(1)} after`,
    },
    { what: `${name}: true peak`, value: after.truePeakDbtp, unit: 'dBTP', ...bars(-1, -1.5) },
    {
      ...{
        what: `${name}: loudest less quietest voice`,
        value: spread(after, labels, voices),
        unit: 'LU',
        ...bars(4, 2),
      },
      note: `${was.toFixed(1)} before`,
    },
    {
      what: `${name}: pauses above the speech beside them, p95`,
      value: pumping(before, after, labels),
      unit: 'dB',
      ...bars(3, 1),
    },
    {
      what: `${name}: change of duration`,
      value: Math.abs(after.durationMs - before.durationMs),
      unit: 'ms',
      ...bars(100, 30),
    },
    { what: `${name}: shift`, value: Math.abs(shift(before, after)), unit: 'ms', ...bars(50, 10) },
  ];
}

/** What the other kinds of files reach on a minute of the same interview, and what is done to a good master. */
export async function otherKindRows(tools: Ffmpeg, folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const kind of ['m4a', 'opus'] as const) {
    const { after } = await masterScene(tools, 'interview', kind, folder);
    rows.push(
      {
        what: `${kind}: distance to ${target} LUFS as heard`,
        value: Math.abs(after.lufs - target),
        unit: 'LU',
        ...bars(1, 0.3),
      },
      { what: `${kind}: true peak`, value: after.truePeakDbtp, unit: 'dBTP', ...bars(-1, -1.5) },
    );
  }
  const { before, after, labels, mode } = await masterScene(tools, 'good master', 'mp3', folder);
  return [
    ...rows,
    {
      ...{ what: 'a good master: the gain is the same everywhere', value: evenness(before, after, labels), unit: 'dB' },
      ...bars(1, 0.5),
      note: `${mode}; half of all moments differ by less`,
    },
  ];
}

async function masterScene(tools: Ffmpeg, name: 'interview' | 'good master', kind: OutputKind, folder: string) {
  const work = join(folder, `${name}-${kind}`);
  await mkdir(work);
  const { channels, labels } = scenes[name]();
  const [input, output] = [join(work, 'in.wav'), join(work, `out.${kind}`)];
  await writeFile(input, toWav(channels));
  const { plan } = await masterFile(tools, { input, output, kind, order: usualOrder }, { clock: systemClock });
  const [before, after] = [await listen(tools.ffmpeg, input), await listen(tools.ffmpeg, output)];
  return { before, after, labels, mode: plan.mode };
}

function bars(must: number, aim: number): Pick<Row, 'must' | 'aim'> {
  return { must: { atMost: must }, aim: { atMost: aim } };
}
