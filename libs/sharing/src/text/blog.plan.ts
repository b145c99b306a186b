import { formatTimeCode } from '#libs/kernel';
import { formatDuration, translator } from '#libs/messages';
import type { KitTextFacts, KitTextUse } from './kit-text.facts.js';
import { nameOf, toPointsLine, toTextParts } from './text-parts.plan.js';
import { setTypography } from './typography.plan.js';

/** A picture that a paragraph may show: absolute address, with its alternative text. */
export interface BlogImage {
  url: string;
  width: number;
  height: number;
  alt: string;
}

/** One paragraph for a guest's own site, three times the same (`ux` 2.6, G-07). */
export interface Blog {
  html: string;
  markdown: string;
  plain: string;
  /** The player alone: one bare frame, as blogs let through (`ux:K-31`). */
  embed: string;
}

/**
 * The text with the title, the language of the recording, the player, the picture and the disclaimer.
 *
 * @param embed the player's code, as the episode's page gives it.
 */
export function toBlog(
  facts: KitTextFacts,
  use: Pick<KitTextUse, 'tone' | 'isDated'>,
  embed: string,
  image?: BlogImage,
): Blog {
  const t = translator(facts.region);
  const set = (text: string) => setTypography(facts.region, text);
  const parts = toTextParts(facts, { ...use, network: 'mail', length: 'medium' });
  const words = set([parts.opening, parts.context, toPointsLine(parts, parts.points.length)].filter(Boolean).join(' '));
  const title = set(facts.title);
  const listen = set(
    facts.startLink
      ? t('kit.blog.listenMoment', { title: facts.title, time: formatTimeCode(facts.startMs) })
      : t('kit.blog.listen', { title: facts.title }),
  );
  const duration = facts.durationMs >= 1_000 ? `, ${formatDuration(facts.region, facts.durationMs)}` : '';
  const language = nameOf(facts.region, facts.spoken);
  const about = set(t('kit.blog.about', { show: facts.show, language, duration }));
  const disclaimer = set(parts.disclaimer);
  const { link } = parts;
  return {
    embed,
    html: toHtml({ title, words, embed, image, link, listen, about, disclaimer }),
    markdown: toMarkdown({ title, words, image, link, listen, about, disclaimer }),
    plain: [title, words, `${listen}\n${link}`, about, disclaimer].filter(Boolean).join('\n\n'),
  };
}

interface Paragraph {
  title: string;
  words: string;
  image: BlogImage | undefined;
  link: string;
  listen: string;
  about: string;
  disclaimer: string;
}

function toHtml({
  title,
  words,
  embed,
  image,
  link,
  listen,
  about,
  disclaimer,
}: Paragraph & { embed: string }): string {
  const picture =
    image &&
    `<p><a href="${escape(link)}"><img src="${escape(image.url)}" width="${image.width}" height="${image.height}" alt="${escape(image.alt)}"></a></p>`;
  return [
    `<h3>${escape(title)}</h3>`,
    `<p>${escape(words)}</p>`,
    embed,
    picture,
    `<p><a href="${escape(link)}">${escape(listen)}</a><br>${escape(about)}</p>`,
    disclaimer && `<p><em>${escape(disclaimer)}</em></p>`,
  ]
    .filter(Boolean)
    .join('\n');
}

function toMarkdown({ title, words, image, link, listen, about, disclaimer }: Paragraph): string {
  return [
    `### ${plain(title)}`,
    plain(words),
    image && `[![${plain(image.alt)}](${image.url})](${link})`,
    `[${plain(listen)}](${link})  \n${plain(about)}`,
    disclaimer && `*${plain(disclaimer)}*`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function escape(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (c) => names[c]!);
}

/** What Markdown would take for a sign, as the sign itself. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`);
}
