import type { RenderPlan } from './plan.js';

/** The kinds of sound files that are made. */
export type OutputKind = 'mp3' | 'm4a' | 'opus';

/** ffmpeg's name of the container of each kind. */
export function muxerOf(kind: OutputKind): string {
  return { mp3: 'mp3', m4a: 'ipod', opus: 'ogg' }[kind];
}

/** Opus knows only 48 kHz. */
export function rateFor({ sampleRate }: Pick<RenderPlan, 'sampleRate'>, kind: OutputKind): 44100 | 48000 {
  return kind === 'opus' ? 48000 : sampleRate;
}

/** The encoder and its quality for each kind. */
export function encoderOptions({ kbps, channels }: RenderPlan, kind: OutputKind): readonly string[] {
  const pick = (stereo: number, mono: number) => `${channels === 'stereo' ? stereo : mono}k`;
  switch (kind) {
    case 'mp3':
      return mp3Options(kbps);
    case 'm4a':
      // The usual coder overshot a limited peak by up to 2.4 dB; this one is better and quicker from 64 kbit/s a channel on.
      return ['-c:a', 'aac', '-b:a', pick(128, 64), '-aac_coder', 'fast', '-movflags', '+faststart'];
    case 'opus':
      return ['-c:a', 'libopus', '-b:a', pick(64, 40), '-application', 'audio'];
  }
}

/**
 * CBR keeps seeking exact in simple players and is never declared too short. Without the reservoir no frame leans on
 * the ones before it, so frames of several encoders can be joined; speech at these rates has bits to spare.
 */
export function mp3Options(kbps: number): readonly string[] {
  return ['-c:a', 'libmp3lame', '-b:a', `${kbps}k`, '-reservoir', '0', '-id3v2_version', '0'];
}
