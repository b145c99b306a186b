import { formatTimeCode } from '#libs/kernel';
import { advice, type PlatformChecks, type PlatformRemark, problem } from '../platform/platform.plan.js';

interface Checked {
  startMs: number;
  title: string;
}

/** Spotify's advice: under 40 characters, 30 seconds or more; YouTube's rule: ten seconds or more. */
const titleLength = { apple: 45, spotify: 40, youtube: 45 };
const shortestMs = 10_000;
const shortMs = 30_000;
const fewest = 3;

/**
 * What Apple and Spotify (time stamps in the description, Podlove chapters) and YouTube want of chapters: the first at
 * the begin, three or more, in order, within the episode (`feed:J05`, `feed:J06`). `durationMs` null: not known yet.
 */
export function checkChapters(chapters: readonly Checked[], durationMs: number | null): PlatformChecks {
  const all = [...checkList(chapters), ...checkEnd(chapters, durationMs)];
  return {
    apple: [...all, ...checkTitles(chapters, titleLength.apple)],
    spotify: [
      ...all,
      ...checkLengths(chapters, durationMs, shortMs, (params) => advice('chapters.short', params)),
      ...checkTitles(chapters, titleLength.spotify),
    ],
    youtube: [
      ...all,
      ...checkLengths(chapters, durationMs, shortestMs, (params) => problem('chapters.close', params)),
      ...checkTitles(chapters, titleLength.youtube),
    ],
  };
}

function checkList(chapters: readonly Checked[]): PlatformRemark[] {
  const first = chapters[0];
  if (!first) return [problem('chapters.none')];
  const disorder = chapters.findIndex((chapter, i) => i > 0 && chapter.startMs <= chapters[i - 1]!.startMs);
  return [
    ...(first.startMs >= 1000 ? [problem('chapters.firstAtZero', { at: formatTimeCode(first.startMs) })] : []),
    ...(chapters.length < fewest ? [problem('chapters.few', { n: chapters.length, least: fewest })] : []),
    ...(disorder > 0 ? [problem('chapters.order', { n: disorder, m: disorder + 1 })] : []),
  ];
}

function checkEnd(chapters: readonly Checked[], durationMs: number | null): PlatformRemark[] {
  const late = durationMs === null ? -1 : chapters.findIndex(({ startMs }) => startMs >= durationMs);
  return late < 0 ? [] : [problem('chapters.beyondEnd', { n: late + 1, at: formatTimeCode(chapters[late]!.startMs) })];
}

/** The first chapter that is shorter than that; the last one ends with the episode. */
function checkLengths(
  chapters: readonly Checked[],
  durationMs: number | null,
  leastMs: number,
  toRemark: (params: PlatformRemark['params']) => PlatformRemark,
): PlatformRemark[] {
  const lengthOf = ({ startMs }: Checked, i: number) => (chapters[i + 1]?.startMs ?? durationMs ?? Infinity) - startMs;
  const short = chapters.findIndex((chapter, i) => lengthOf(chapter, i) > 0 && lengthOf(chapter, i) < leastMs);
  if (short < 0) return [];
  const seconds = Math.round(lengthOf(chapters[short]!, short) / 1000);
  return [toRemark({ n: short + 1, seconds, least: leastMs / 1000 })];
}

function checkTitles(chapters: readonly Checked[], max: number): PlatformRemark[] {
  const long = chapters.filter(({ title }) => [...title].length > max).length;
  return long > 0 ? [advice('chapters.longTitles', { n: long, max })] : [];
}
