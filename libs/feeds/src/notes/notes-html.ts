import { renderFeedNotes, renderNotes } from '#libs/catalog';
import { remember } from './remember.js';
import { toAsciiUrl } from '../xml/url.js';

/**
 * Show notes as the episode's page has them, for `content:encoded`, and with only the tags that survive in Apple's and
 * Spotify's apps, for `description` (`feed:I14`, `feed:I15`). Most notes are the same in both, and rendered once.
 */
export function toNotesHtml(markdown: string): NotesHtml {
  return markdown ? render(markdown) : { rich: '', plain: '' };
}

export interface NotesHtml {
  rich: string;
  plain: string;
}

/** An edit changes one item of thousands: the notes of all others are not rendered again, in whichever feed they are. */
const render = remember(
  (markdown): NotesHtml => {
    const rich = tidy(renderNotes(markdown));
    return { rich, plain: /<(h3|blockquote|code)\b/.test(rich) ? tidy(renderFeedNotes(markdown)) : rich };
  },
  ({ rich, plain }) => rich.length + (plain === rich ? 0 : plain.length),
  24 * 1024 * 1024,
);

/** Text as one escaped paragraph of HTML, or nothing. */
export function toParagraph(text: string): string {
  return text ? `<p>${escapeHtml(text)}</p>` : '';
}

export function toAnchor(url: string, text: string): string {
  return `<a href="${escapeHtml(toAsciiUrl(url))}">${escapeHtml(text)}</a>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Line breaks between blocks and empty blocks say nothing and cost bytes of the 4,000. */
function tidy(html: string): string {
  return html
    .replace(/>\n+</g, '><')
    .replace(/<(p|li)>\s*<\/\1>/g, '')
    .trim();
}
