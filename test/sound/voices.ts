import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { levelled, rate, type Signal, swayed, trimmed } from './signal.js';
import { texts } from './texts.js';

/** Somebody who can be made to speak by a synthesiser of the machine. */
export interface Voice {
  readonly name: string;
  readonly lines: readonly string[];
  /** The arguments that write `text` to `file`. */
  readonly command: (text: string, file: string) => readonly [program: string, ...args: string[]];
}

/** The level of all voices while they speak, dBFS, before a scene changes it. */
export const speechDb = -24;

const espeak = (name: string, voice: string, pitch: number, speed: number, lines: readonly string[]): Voice => ({
  name,
  lines,
  command: (text, file) => ['espeak-ng', '-v', voice, '-p', String(pitch), '-s', String(speed), '-w', file, text],
});

const flite = (name: string, voice: string): Voice => ({
  name,
  lines: texts.en,
  command: (text, file) => ['flite', '-voice', voice, '-t', text, '-o', file],
});

/** Formant synthesis: clean, flat, the same on every machine. */
export const voices = {
  anna: espeak('anna', 'en-gb+f4', 55, 165, texts.en),
  bill: espeak('bill', 'en-us+m3', 35, 160, texts.en),
  cora: espeak('cora', 'en-gb-scotland+f2', 62, 175, texts.en),
  dave: espeak('dave', 'en-us+m7', 45, 170, texts.en),
  elise: espeak('elise', 'fr-fr+f3', 52, 160, texts.fr),
  guy: espeak('guy', 'fr-be+m2', 40, 165, texts.fr),
  hanna: espeak('hanna', 'de+f2', 50, 160, texts.de),
  inigo: espeak('inigo', 'es+m4', 42, 170, texts.es),
  jadwiga: espeak('jadwiga', 'pl+f5', 58, 165, texts.pl),
  ken: espeak('ken', 'cmn+m1', 45, 160, texts.cmn),
  klatt: espeak('klatt', 'en-us+klatt4', 40, 160, texts.en),
  old: espeak('old', 'en-gb+grandpa', 20, 140, texts.en),
  whisper: espeak('whisper', 'en-us+whisper', 50, 150, texts.en),
} satisfies Record<string, Voice>;

/** Joined pieces of recorded people: another synthesiser, with breath and a room of its own. */
export const recordedVoices = {
  alan: flite('alan', 'awb'),
  rob: flite('rob', 'rms'),
  sally: flite('sally', 'slt'),
} satisfies Record<string, Voice>;

const spoken = new Map<string, Signal>();

/** One of the voice's lines at `speechDb`, with a natural swing of the level. */
export function say(voice: Voice, line: number): Signal {
  const text = voice.lines[line % voice.lines.length]!;
  const key = `${voice.name} ${text}`;
  let sound = spoken.get(key);
  if (!sound) {
    sound = swayed(levelled(trimmed(speak(voice, text)), speechDb), 1.5, text.length);
    spoken.set(key, sound);
  }
  return sound;
}

function speak(voice: Voice, text: string): Signal {
  const folder = mkdtempSync(joinPath(tmpdir(), 'estrade-voice-'));
  try {
    const [raw, resampled] = [joinPath(folder, 'raw.wav'), joinPath(folder, 'resampled.f32')];
    const [program, ...args] = voice.command(text, raw);
    run(program, args);
    run('sox', ['-R', '-V1', raw, '-t', 'f32', '-c', '1', resampled, 'rate', String(rate)]);
    const bytes = readFileSync(resampled);
    return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
}
