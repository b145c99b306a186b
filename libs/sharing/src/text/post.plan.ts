import { type Network, postLength, postLimits } from '#libs/kernel';
import type { KitTextFacts, KitTextUse, TextLength } from './kit-text.facts.js';
import { cutSentences } from './sentence.plan.js';
import { type TextParts, toPointsLine, toTextParts } from './text-parts.plan.js';
import { setTypography } from './typography.plan.js';

/** A post as it can be pasted, counted as its network counts. */
export interface Post {
  text: string;
  length: number;
  /** 0: no limit. */
  limit: number;
}

/**
 * A guest's post: it begins with the idea, names show and host, has one link, and ends with the disclaimer, which no
 * shorter length ever costs (`ux` 2.6, 2.10). What is too long for the network loses the least first.
 */
export function toPost(facts: KitTextFacts, use: KitTextUse): Post {
  const parts = toTextParts(facts, use);
  const set = (text: string) => setTypography(facts.region, text);
  const fits = (text: string) => isWithin(use.network, text);
  const drafts = toDrafts(parts, use.length).map(set);
  const text = drafts.find(fits) ?? set(toShortest(parts, (draft) => fits(set(draft))));
  return { text, length: postLength(use.network, text), limit: postLimits[use.network] };
}

/** The text without what is too much for every network, as a mail says it. */
export function isWithin(network: Network, text: string): boolean {
  const limit = postLimits[network];
  return limit === 0 || postLength(network, text) <= limit;
}

/** From all that there is to say at this length to the least. */
function toDrafts(parts: TextParts, length: TextLength): string[] {
  const { opening, context, shortContext, quote, closing, hashtags } = parts;
  const end = toEnd(parts);
  const n = parts.points.length;
  const short = [join(opening, shortContext, ...end)];
  const medium = [
    join(opening, `${context} ${toPointsLine(parts, n)}`, ...withTags(parts, hashtags)),
    ...[n, n - 1, n - 2].map((count) => join(opening, `${context} ${toPointsLine(parts, count)}`, ...end)),
    join(opening, context, ...end),
    ...short,
  ];
  if (length === 'short') return short;
  if (length === 'medium') return medium;
  return [
    join(opening, context, toPointLines(parts), quote, closing, ...withTags(parts, hashtags)),
    join(opening, context, toPointLines(parts), closing, ...withTags(parts, hashtags)),
    join(opening, context, toPointLines(parts), ...end),
    ...medium,
  ];
}

/** What must be said, and as much of the idea as there is room for. */
function toShortest(parts: TextParts, fits: (text: string) => boolean): string {
  const end = toEnd(parts);
  for (const context of [parts.shortContext, parts.bareContext]) {
    for (let max = parts.opening.length; max >= 24; max -= 4) {
      const draft = join(cutSentences(parts.opening, max), context, ...end);
      if (fits(draft)) return draft;
    }
  }
  const bare = [parts.link, parts.disclaimer];
  const drafts = [join(parts.bareContext, ...end), join(parts.bareContext, ...bare)];
  return drafts.find(fits) ?? join(...bare);
}

function toPointLines({ pointsLead, points }: TextParts): string {
  return points.length ? [pointsLead, ...points.map((point) => `– ${point}`)].join('\n') : '';
}

function toEnd({ linkLead, link, disclaimer }: TextParts): string[] {
  return [`${linkLead} ${link}`, disclaimer];
}

function withTags(parts: TextParts, hashtags: string): string[] {
  const [link, disclaimer] = toEnd(parts);
  return [link!, hashtags, disclaimer!];
}

/** Paragraphs, without those that say nothing. */
function join(...paragraphs: string[]): string {
  return paragraphs
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .join('\n\n');
}
