import { formatTimeCode } from '#libs/kernel';
import { advice, type PlatformChecks, type PlatformRemark, problem } from '../platform/platform.plan.js';
import type { SpokenSegment } from './transcript.plan.js';

interface Checked {
  segments: readonly SpokenSegment[];
  isTimed: boolean;
  lang: string;
}

/** Of the episode: how long its sound is (null: not known yet), and which language is spoken. */
interface Context {
  durationMs: number | null;
  language: string;
}

/** A second beyond the end is rounding. */
const slackMs = 1500;
/** A text that ends that much before the end is of another sound, or a part only. */
const leastShare = 0.75;

/**
 * What Apple (own WebVTT, for names of speakers), Spotify and YouTube (captions) want of a transcript (`feed:P21`,
 * `feed:T04`): times, all within the episode and about all of it, in the language that is spoken.
 */
export function checkTranscript(transcript: Checked, context: Context): PlatformChecks {
  const timing = checkTimes(transcript, context);
  const isTranslation = base(transcript.lang) !== base(context.language);
  const spoken = isTranslation ? [problem('transcript.translation')] : [];
  return {
    apple: [...timing, ...spoken, ...checkNames(transcript)],
    spotify: [...timing, ...spoken],
    youtube: [...timing, ...checkLength(transcript)],
  };
}

function checkTimes({ segments, isTimed }: Checked, { durationMs }: Context): PlatformRemark[] {
  if (!isTimed) return [problem('transcript.untimed')];
  const last = segments.at(-1);
  if (durationMs === null || !last) return [];
  const late = segments.find(({ startMs, endMs }) => Math.max(startMs!, endMs ?? 0) > durationMs + slackMs);
  if (late) return [problem('transcript.beyondEnd', { at: formatTimeCode(Math.max(late.startMs!, late.endMs ?? 0)) })];
  const endMs = Math.max(...segments.slice(-20).map((segment) => segment.endMs ?? segment.startMs!));
  const isShort = durationMs > 60_000 && endMs < durationMs * leastShare;
  return isShort ? [advice('transcript.endsEarly', { at: formatTimeCode(endMs) })] : [];
}

function checkNames({ segments }: Checked): PlatformRemark[] {
  if (segments.every(({ name }) => name === '')) return [advice('transcript.noSpeakers')];
  const unnamed = segments.find(
    ({ personId, name }) => personId === null && /^(speaker|locuteur|spk|unknown)\b/i.test(name),
  );
  return unnamed ? [advice('transcript.unknownSpeaker', { speaker: unnamed.name })] : [];
}

/** Two lines of captions are about 84 characters; more than thrice that covers the picture. */
function checkLength({ segments, isTimed }: Checked): PlatformRemark[] {
  const long = isTimed ? segments.filter(({ text }) => text.length > 250).length : 0;
  return long > 0 ? [advice('transcript.longCues', { n: long })] : [];
}

const base = (lang: string) => lang.toLowerCase().split('-')[0];
