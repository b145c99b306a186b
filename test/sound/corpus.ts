import { spawnSync } from 'node:child_process';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FindingKind, RenderPlan, SoundOrder } from '#libs/ffmpeg';
import type { Scene } from './scene.js';
import { type SceneName, scenes } from './scenes.js';
import { type SampleFormat, toWav } from './wav.js';

/** One recording of the corpus: what is played, how it was recorded, and what has to be heard and done about it. */
export interface Example {
  readonly name: string;
  readonly scene: SceneName;
  /** How the scene becomes a file; a 16-bit WAV unless it says otherwise. */
  readonly recorder?: Recorder;
  readonly order?: Partial<SoundOrder>;
  readonly mode?: RenderPlan['mode'];
  readonly finds?: readonly FindingKind[];
  readonly neverFinds?: readonly FindingKind[];
  /** Not the same moments come out as went in: the recorder broke off or changed its mind. */
  readonly isBroken?: boolean;
}

interface Recorder {
  readonly samples?: SampleFormat;
  readonly extension?: string;
  /** ffmpeg's output options. */
  readonly encode?: readonly string[];
  /** What happens to the finished file. */
  readonly mishap?: (file: string, ffmpeg: string) => Promise<void>;
}

/** What nobody wants to hear about a recording in which nothing is wrong. */
const anyProblem: readonly FindingKind[] = [
  ...(['muffled', 'quiet-voice', 'clipped', 'long-silence', 'empty-channel'] as const),
  ...(['split-stereo', 'hum', 'noise', 'truncated', 'near-silent', 'music'] as const),
];
const allBut = (...kinds: readonly FindingKind[]): readonly FindingKind[] =>
  anyProblem.filter((kind) => !kinds.includes(kind));

/** Voices of formant synthesis, in rooms and through mishaps that have their names. */
export const examples: readonly Example[] = [
  { name: 'an interview with a change of microphone', scene: 'interview', mode: 'levelled', finds: ['muffled', 'quiet-voice'], neverFinds: ['clipped', 'hum', 'music'] }, // prettier-ignore
  { name: 'two hosts, one 12 dB lower, in mono', scene: 'two hosts', mode: 'levelled', finds: ['quiet-voice'], neverFinds: allBut('quiet-voice') }, // prettier-ignore
  { name: 'hosts who fall into each other’s words', scene: 'quick turns', mode: 'levelled', finds: ['quiet-voice'] },
  { name: 'a talk in a hall with distant questions', scene: 'hall talk', mode: 'levelled', finds: ['quiet-voice'], neverFinds: ['clipped', 'music'] }, // prettier-ignore
  { name: 'a voice that drifts away', scene: 'drift', mode: 'levelled', neverFinds: allBut('quiet-voice') },
  { name: 'a voice on each side', scene: 'split stereo', mode: 'levelled', finds: ['split-stereo'] },
  { name: 'the same sound on both sides', scene: 'dual mono', mode: 'linear', finds: ['dual-mono'], neverFinds: anyProblem }, // prettier-ignore
  { name: 'a right side without sound', scene: 'empty right', mode: 'linear', finds: ['empty-channel'], neverFinds: allBut('empty-channel') }, // prettier-ignore
  { name: 'a good master', scene: 'good master', mode: 'linear', neverFinds: anyProblem },
  { name: 'music around speech', scene: 'music and speech', neverFinds: allBut('music') },
  { name: 'nothing but music', scene: 'only music', order: { preset: 'music' }, mode: 'linear', neverFinds: allBut('music') }, // prettier-ignore
  { name: 'applause and laughter', scene: 'applause and laughter', neverFinds: ['clipped', 'hum', 'truncated'] },
  { name: 'a telephone at 8 kHz', scene: 'telephone', recorder: { encode: ['-ar', '8000'] }, neverFinds: ['clipped', 'hum', 'truncated'] }, // prettier-ignore
  { name: 'a recorder that was turned up too far', scene: 'clipped', finds: ['clipped'], neverFinds: ['hum', 'truncated'] }, // prettier-ignore
  { name: 'clicks far above the voices', scene: 'peaky', neverFinds: allBut() },
  { name: 'a forgotten microphone', scene: 'near silence', mode: 'leave', finds: ['near-silent'] },
  { name: 'digital silence', scene: 'digital silence', mode: 'leave', finds: ['near-silent'] },
  { name: 'a recorder that ran on', scene: 'silence at the end', finds: ['long-silence'], neverFinds: allBut('long-silence') }, // prettier-ignore
  { name: 'hum of 50 Hz', scene: 'hum 50', mode: 'linear', finds: ['hum'], neverFinds: allBut('hum', 'noise') },
  { name: 'hum of 60 Hz', scene: 'hum 60', mode: 'linear', finds: ['hum'], neverFinds: allBut('hum', 'noise') },
  { name: 'floating point above full scale', scene: 'over full scale', recorder: { samples: 'f32' }, mode: 'linear', neverFinds: allBut('clipped') }, // prettier-ignore
  { name: 'a film mix of six channels', scene: 'surround', recorder: { extension: 'flac', encode: ['-channel_layout', '5.1'] }, neverFinds: allBut() }, // prettier-ignore
  { name: 'a studio at 96 kHz and 24 bits', scene: 'good master', recorder: { samples: 's24', encode: ['-ar', '96000', '-c:a', 'pcm_s24le'] }, mode: 'linear', neverFinds: anyProblem }, // prettier-ignore
  { name: 'an upload that broke off', scene: 'good master', recorder: { mishap: cut }, finds: ['truncated'], isBroken: true }, // prettier-ignore
  { name: 'an MP3 that changes its rate', scene: 'good master', recorder: { extension: 'mp3', encode: ['-ar', '44100', '-b:a', '128k', '-write_xing', '0', '-id3v2_version', '0'], mishap: appendOtherRate }, isBroken: true }, // prettier-ignore
  { name: 'a broadcast in French', scene: 'émission', mode: 'levelled', finds: ['quiet-voice'], neverFinds: allBut('quiet-voice') }, // prettier-ignore
  { name: 'four languages at four levels', scene: 'four languages', mode: 'levelled', neverFinds: ['clipped', 'hum', 'music', 'truncated'] }, // prettier-ignore
  { name: 'a whisper and a shout', scene: 'whisper and shout', mode: 'levelled' },
  { name: 'a bathroom and a booth', scene: 'bathroom and booth', neverFinds: ['clipped', 'hum', 'truncated'] },
  { name: 'a noisy café', scene: 'noisy café', mode: 'levelled', finds: ['quiet-voice'], neverFinds: ['clipped', 'hum'] }, // prettier-ignore
  { name: 'voices that lean in and out', scene: 'lively voices', mode: 'levelled', neverFinds: allBut('quiet-voice') },
];

/** Voices joined from recordings of people, one of whom spoke into a duller microphone than the others. */
export const recordedExamples: readonly Example[] = [
  { name: 'three recorded voices at three levels', scene: 'recorded voices', mode: 'levelled', neverFinds: ['clipped', 'hum', 'music'] }, // prettier-ignore
  {
    name: 'a good master of recorded voices',
    scene: 'recorded good master',
    mode: 'linear',
    neverFinds: allBut('muffled'),
  },
];

/** Plays the scene into a file of the folder. */
export async function makeRecording(example: Example, folder: string, ffmpeg: string): Promise<[string, Scene]> {
  const scene = scenes[example.scene]();
  const { samples, extension = 'wav', encode, mishap } = example.recorder ?? {};
  const plain = join(folder, 'plain.wav');
  await writeFile(plain, toWav(scene.channels, samples));
  const file = encode ? join(folder, `recorded.${extension}`) : plain;
  if (encode) run(ffmpeg, ['-i', plain, ...encode, file]);
  await mishap?.(file, ffmpeg);
  return [file, scene];
}

async function cut(file: string): Promise<void> {
  await truncate(file, 4_000_000);
}

/** Frames of 22 kHz in mono behind frames of 44.1 kHz in stereo. */
async function appendOtherRate(file: string, ffmpeg: string): Promise<void> {
  const other = `${file}.other.mp3`;
  run(ffmpeg, [...['-t', '20', '-i', file, '-ar', '22050', '-ac', '1', '-b:a', '64k'], '-write_xing', '0', '-id3v2_version', '0', other]); // prettier-ignore
  await writeFile(file, Buffer.concat([await readFile(file), await readFile(other)]));
}

function run(ffmpeg: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(ffmpeg, ['-nostdin', '-v', 'error', '-y', ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
