import { isCategory, type Medium, mediums } from '#libs/catalog';
import { findCategory } from './category.plan.js';
import { all, type Element, first, textOf } from './element.js';
import { toPlain } from './html-text.js';
import type { FeedProblem, ImportedChannel } from './imported-feed.js';
import { toAtomLink } from './item.plan.js';
import { toLanguageTag } from './language.plan.js';
import { feedLimits } from './limits.js';
import {
  isCrew,
  toAiContent,
  toFunding,
  toLicence,
  toPersons,
  toPlaces,
  toRecords,
  toReferences,
  toUuid,
  toVerify,
} from './podcast-tags.plan.js';
import { cut, toFlag, toLine, toUrl } from './values.js';

/** Collects what a channel says, wherever it stands among the items, and reads it in the end. */
export class ChannelReader {
  readonly children: Element[] = [];

  constructor(private readonly url: string) {}

  add(child: Element): void {
    if (this.children.length < 2_000) this.children.push(child);
  }

  /** The next page (RFC 5005); empty: none. */
  get nextUrl(): string {
    return toUrl(toAtomLink(this.element, 'next'), this.url);
  }

  read(problems: FeedProblem[]): ImportedChannel {
    const channel = this.element;
    const { url } = this;
    const lock = first(channel, 'podcast:locked');
    return {
      ...this.readWords(problems),
      ...this.readCategory(problems),
      link: toUrl(textOf(channel, 'link') || toAtomLink(channel, 'alternate'), url),
      ownerEmail: this.readOwnerEmail(),
      imageUrl: this.readImage(),
      explicit: toFlag(textOf(channel, 'itunes:explicit', 'googleplay:explicit')) ?? false,
      type: textOf(channel, 'itunes:type').toLowerCase() === 'serial' ? 'serial' : 'episodic',
      complete: textOf(channel, 'itunes:complete').toLowerCase() === 'yes',
      blocked: textOf(channel, 'itunes:block').toLowerCase() === 'yes',
      guid: toUuid(textOf(channel, 'podcast:guid')),
      locked: (lock?.text ?? '').trim().toLowerCase() === 'yes',
      lockOwner: toEmail(lock?.attributes['owner'] ?? ''),
      medium: toMedium(textOf(channel, 'podcast:medium')),
      updateFrequency: toFrequency(first(channel, 'podcast:updateFrequency')),
      verify: toVerify(channel),
      podroll: toReferences(first(channel, 'podcast:podroll'), url),
      publisher: toReferences(first(channel, 'podcast:publisher'), url)[0] ?? null,
      newFeedUrl: toUrl(textOf(channel, 'itunes:new-feed-url'), url),
      generator: toLine(textOf(channel, 'generator', 'atom:generator'), 120),
      funding: toFunding(channel, url),
      licence: toLicence(channel, url),
      places: toPlaces(channel),
      aiContent: toAiContent(channel),
      persons: toPersons(channel, url).filter(({ group }) => !isCrew(group)),
      tags: toRecords(channel, 'channel').filter(({ name }) => !name.startsWith('itunes:')),
    };
  }

  private get element(): Element {
    return { name: 'channel', attributes: {}, text: '', children: this.children };
  }

  private readWords(problems: FeedProblem[]) {
    const channel = this.element;
    const title = toLine(toPlain(textOf(channel, 'title', 'atom:title', 'itunes:title')), feedLimits.title);
    const description = toPlain(textOf(channel, 'description', 'itunes:summary', 'atom:subtitle', 'itunes:subtitle'));
    if (title === '') problems.push({ code: 'NO_TITLE', params: {} });
    const said = textOf(channel, 'language', 'dc:language');
    const language = toLanguageTag(said);
    if (!language) problems.push({ code: 'LANGUAGE_UNKNOWN', params: { text: toLine(said, 20) || '–' } });
    return {
      ...{ title, language, description: cut(description, feedLimits.summary) },
      author: toLine(
        toPlain(textOf(channel, 'itunes:author', 'googleplay:author', 'dc:creator')) || this.atomAuthor,
        255,
      ),
      copyright: toLine(toPlain(textOf(channel, 'copyright', 'atom:rights', 'dc:rights')), 255),
    };
  }

  private get atomAuthor(): string {
    const author = first(this.element, 'atom:author');
    return author ? textOf(author, 'atom:name', 'name') : '';
  }

  private readCategory(problems: FeedProblem[]): Pick<ImportedChannel, 'category' | 'subcategory'> {
    const tags = [...all(this.element, 'itunes:category'), ...all(this.element, 'googleplay:category')];
    const named = tags.map((tag) => ({
      category: tag.attributes['text'] ?? '',
      subcategory: first(tag, 'itunes:category')?.attributes['text'] ?? '',
    }));
    const found = findCategory(named);
    const isExact = named[0] && isCategory(named[0].category, named[0].subcategory);
    if (!isExact) problems.push({ code: 'CATEGORY_UNKNOWN', params: { text: toLine(named[0]?.category ?? '–', 60) } });
    return found;
  }

  private readOwnerEmail(): string {
    const owner = first(this.element, 'itunes:owner', 'googleplay:owner');
    return toEmail(
      owner ? textOf(owner, 'itunes:email', 'email') || owner.text : textOf(this.element, 'googleplay:email'),
    );
  }

  private readImage(): string {
    const itunes = first(this.element, 'itunes:image', 'googleplay:image')?.attributes['href'] ?? '';
    const rss = first(this.element, 'image');
    return toUrl(itunes || (rss ? textOf(rss, 'url') : '') || textOf(this.element, 'atom:logo'), this.url);
  }
}

function toEmail(text: string): string {
  return /[^\s@<>()]{1,64}@[^\s@<>()]{1,180}\.[^\s@<>().]{2,60}/.exec(text)?.[0] ?? '';
}

function toMedium(said: string): Medium {
  const medium = said.trim().toLowerCase();
  return mediums.find((each) => each === medium) ?? 'podcast';
}

function toFrequency(tag: Element | undefined): ImportedChannel['updateFrequency'] {
  if (!tag || !tag.text.trim()) return null;
  const { rrule = '', dtstart = '' } = tag.attributes;
  return { text: toLine(tag.text, 128), rrule: toLine(rrule, 255), startsAt: toLine(dtstart, 40) };
}
