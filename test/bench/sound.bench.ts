import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '#libs/config';
import { type Ffmpeg, findFfmpeg } from '#libs/ffmpeg';
import { listen } from '../sound/ears.js';
import type { Label } from '../sound/scene.js';
import { loudnorm } from './loudnorm.js';
import { writeLongFlac, writeLongInterview } from './long-recording.js';
import { type Cost, costOf, median } from './process-cost.js';
import { openSoundInstance, type SoundInstance, type SoundJob } from './sound-instance.js';
import { heardRows, otherKindRows } from './sound-quality.js';
import type { Row } from './table.js';

const minutes = 45;
const hours = 3;
const analyseAlone = fileURLToPath(new URL('./analyse-alone.js', import.meta.url));

interface Round {
  readonly floor: Cost;
  readonly bare: Cost;
  readonly job: SoundJob;
  readonly analysis: Pick<Cost, 'userSeconds' | 'wallSeconds'>;
  readonly previewSeconds: number;
}

/**
 * Sound against a plain encode of the same file in the same run: 45 minutes of an interview, 48 kHz stereo with another
 * noise on each side, through queue and storage of a production instance; both make MP3 of 128 kbit/s. Then the decoded
 * results, the same file through two passes of loudnorm, and the memory of a recording of three hours. About twenty
 * minutes on two processors that have nothing else to do, ten with `isQuick` (one round).
 */
export async function benchSound({ isQuick }: { isQuick: boolean }): Promise<Row[]> {
  for (const tool of ['espeak-ng', 'sox', 'ffmpeg']) refuseWithout(tool);
  const tools = await findFfmpeg(readConfig());
  const folder = await mkdtemp(join(tmpdir(), 'estrade-bench-'));
  const instance = await openSoundInstance();
  try {
    const wav = join(folder, 'interview.wav');
    const labels = await writeLongInterview(wav, minutes * 60);
    const rounds: Round[] = [];
    for (let round = 0; round < (isQuick ? 1 : 3); round += 1)
      rounds.push(await runRound(tools, instance, wav, folder));
    return [
      ...costRows(rounds, tools),
      await memoryRow(tools, instance, folder),
      ...(await qualityRows(tools, wav, labels, rounds.at(-1)!, folder)),
      ...(await otherKindRows(tools, folder)),
    ];
  } finally {
    await instance.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Floor, ours and analysis in turn, so that a slow minute of the machine slows all of them. */
async function runRound({ ffmpeg }: Ffmpeg, instance: SoundInstance, wav: string, folder: string): Promise<Round> {
  const encode = ['-nostdin', '-v', 'error', '-y', '-i', wav, '-c:a', 'libmp3lame', '-b:a', '128k'];
  const floor = await costOf(ffmpeg, [...encode, join(folder, 'floor.mp3')]);
  const job = await instance.run(wav);
  const previewSeconds = await job.preview((minutes / 2) * 60_000);
  const bare = await costOf(ffmpeg, [...encode, '-reservoir', '0', join(folder, 'floor.mp3')]);
  const { stdout, stderr, status } = spawnSync(process.execPath, [analyseAlone, wav], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return { floor, bare, job, analysis: JSON.parse(stdout) as Round['analysis'], previewSeconds };
}

function costRows(rounds: readonly Round[], { version }: Ffmpeg): Row[] {
  const middle = (of: (round: Round) => number): number => median(rounds.map(of));
  const user = middle(({ floor }) => floor.userSeconds);
  const wall = middle(({ floor }) => floor.wallSeconds);
  const ratio = (what: string, value: number, floor: number, bars: Pick<Row, 'must' | 'aim'>): Row => ({
    ...{ what, value: value / floor, unit: 'ratio', ...bars, note: `${value.toFixed(1)} s / ${floor.toFixed(1)} s` },
  });
  return [
    ratio(
      'whole job, user CPU / floor',
      middle(({ job }) => job.userSeconds),
      user,
      bars(1.5, 1.3),
    ),
    ratio(
      'whole job, wall / floor',
      middle(({ job }) => job.wallSeconds),
      wall,
      bars(1.15, 0.9),
    ),
    ratio(
      'analysis alone, user CPU / floor',
      middle(({ analysis }) => analysis.userSeconds),
      user,
      bars(0.12, 0.08),
    ),
    ratio(
      'first findings after the upload / floor wall',
      middle(({ job }) => job.findingsSeconds),
      wall,
      bars(0.6, 0.2),
    ),
    {
      ...{ what: 'a preview of 30 s, from the wish to the sound', unit: 's', ...bars(8, 4) },
      value: middle(({ previewSeconds }) => previewSeconds),
      note: `at minute ${minutes / 2}`,
    },
    ratio(
      'floor with -reservoir 0, user CPU / floor',
      middle(({ bare }) => bare.userSeconds),
      user,
      {},
    ),
    {
      ...{ what: 'whole job, peak memory of worker and children', unit: 'MB' },
      value: middle(({ job }) => job.peakBytes) / 1e6,
      note: `${minutes} min, ffmpeg ${version}, ${rounds.length === 1 ? 'one round' : `median of ${rounds.length}`}`,
    },
  ];
}

async function memoryRow({ ffmpeg }: Ffmpeg, instance: SoundInstance, folder: string): Promise<Row> {
  const flac = join(folder, 'three-hours.flac');
  await writeLongFlac(ffmpeg, flac, hours * 3600);
  const { peakBytes, wallSeconds } = await instance.run(flac);
  const note = `FLAC, stereo; ready after ${wallSeconds.toFixed(0)} s`;
  return {
    what: `${hours} h, peak memory of worker and children`,
    value: peakBytes / 1e6,
    unit: 'MB',
    ...bars(300, 200),
    note,
  };
}

async function qualityRows(
  { ffmpeg }: Ffmpeg,
  wav: string,
  labels: readonly Label[],
  { floor, job }: Round,
  folder: string,
): Promise<Row[]> {
  const ours = join(folder, 'ours.mp3');
  const theirs = join(folder, 'loudnorm.mp3');
  await job.save(ours);
  const before = await listen(ffmpeg, wav);
  const rows = heardRows('MP3', before, await listen(ffmpeg, ours), labels);
  const cost = await loudnorm(ffmpeg, wav, theirs);
  const compared = heardRows('loudnorm twice', before, await listen(ffmpeg, theirs), labels);
  return [
    ...rows,
    {
      ...{ what: 'loudnorm twice: user CPU / floor', value: cost.userSeconds / floor.userSeconds, unit: 'ratio' },
      note: `${cost.userSeconds.toFixed(1)} s, wall ${cost.wallSeconds.toFixed(1)} s`,
    },
    // What others reach is shown, not judged.
    ...compared.map(({ must: _must, aim: _aim, ...row }) => row),
  ];
}

function bars(must: number, aim: number): Pick<Row, 'must' | 'aim'> {
  return { must: { atMost: must }, aim: { atMost: aim } };
}

function refuseWithout(tool: string): void {
  const { error } = spawnSync(tool, ['-version'], { stdio: 'ignore' });
  if (error) throw new Error(`The bench of sound needs ${tool}: apt install espeak-ng sox ffmpeg`);
}
