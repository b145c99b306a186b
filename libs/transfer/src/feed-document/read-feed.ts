import { ChannelReader } from './channel-reader.js';
import { chooseDecoding, headBytes } from './decode.js';
import type { Element } from './element.js';
import { FeedTooLarge, NotAFeed } from './feed.error.js';
import { FeedParser } from './feed-parser.js';
import type { FeedProblem, ImportedChannel, ImportedItem, TagCount } from './imported-feed.js';
import { toItem } from './item.plan.js';
import { feedLimits } from './limits.js';
import { Mender } from './mend.js';
import { TagTally } from './tag-tally.js';

export interface FeedSource {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** As the server says it; empty: it does not. */
  readonly contentType: string;
  /** Where it was found in the end: relative addresses begin there. */
  readonly url: string;
}

export interface ReadOptions {
  /** No more than these are handed out; the document is left after them. */
  readonly itemsMax?: number;
  /** In the feed's order; the reading waits for it. */
  readonly onItem: (item: ImportedItem) => Promise<void> | void;
}

/** What a document says beside its items. */
export interface FeedDocument {
  readonly channel: ImportedChannel;
  readonly items: number;
  /** The next page (RFC 5005), absolute; empty: none. */
  readonly nextUrl: string;
  readonly tags: TagCount[];
  readonly problems: FeedProblem[];
}

/** As much as is parsed before other work has its turn. */
const stride = 64 * 1024;

/**
 * Reads RSS 2.0, RSS 1.0 or Atom as it arrives, in bounded memory and with pauses for others. What can be understood
 * of a damaged feed is: `problems` say what could not.
 * @throws NotAFeed, FeedWithDtd, FeedTooLarge; and what the bytes throw.
 */
export async function readFeed(source: FeedSource, { itemsMax = feedLimits.items, onItem }: ReadOptions) {
  const waiting: Element[] = [];
  const channel = new ChannelReader(source.url);
  const tally = new TagTally();
  const parser = new FeedParser({
    onItem: (item) => waiting.push(item),
    onChannelChild: (child) => channel.add(child),
  });
  let items = 0;
  const problems: FeedProblem[] = [];
  const isFull = () => items + waiting.length > itemsMax;
  const handOut = async () => {
    for (const element of waiting.splice(0)) {
      if (items >= itemsMax) return;
      items += 1;
      tally.addItem(element);
      await onItem(toItem(element, { url: source.url, isAtom: parser.isAtom }));
    }
  };
  const text = new TextSource(source, problems);
  for await (const chunk of text) {
    parser.write(chunk);
    const isFilled = isFull();
    await handOut();
    if (isFilled) problems.push({ code: 'ITEMS_CAPPED', params: { max: itemsMax } });
    if (isFilled || parser.errors > feedLimits.xmlErrors) break;
  }
  if (!text.sawText) throw new NotAFeed('empty');
  if (!problems.some(({ code }) => code === 'ITEMS_CAPPED') && parser.errors <= feedLimits.xmlErrors) parser.end();
  await handOut();
  if (parser.errors > 0)
    problems.push({ code: 'BROKEN_XML', params: { line: parser.errorLine, count: parser.errors } });
  if (parser.isCut) problems.push({ code: 'TEXT_CUT', params: {} });
  tally.addChannel(channel.children);
  const document: FeedDocument = {
    channel: channel.read(problems),
    items,
    nextUrl: channel.nextUrl,
    tags: tally.counts(),
    problems,
  };
  return document;
}

/** The document's text in short pieces, mended where XML would break off. */
class TextSource {
  sawText = false;

  constructor(
    private readonly source: FeedSource,
    private readonly problems: FeedProblem[],
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    const mender = new Mender();
    let total = 0;
    let damaged = false;
    for await (const text of this.decoded()) {
      if (text.trim() !== '') this.sawText = true;
      total += text.length;
      if (total > feedLimits.characters) throw new FeedTooLarge('bytes', feedLimits.characters);
      damaged ||= text.includes('\ufffd');
      for (let at = 0; at < text.length; at += stride) {
        // A pair of surrogates may be torn here: the parser joins them again.
        const mended = mender.write(text.slice(at, at + stride));
        if (mended) yield mended;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    const last = mender.end();
    if (last) yield last;
    if (damaged) this.problems.push({ code: 'ENCODING_DAMAGED', params: {} });
    if (mender.dropped > 0) this.problems.push({ code: 'FORBIDDEN_CHARACTERS', params: { count: mender.dropped } });
  }

  private async *decoded(): AsyncGenerator<string> {
    let head: Uint8Array | undefined = new Uint8Array();
    let decoding = chooseDecoding(head, this.source.contentType);
    for await (const bytes of this.source.bytes) {
      if (head) {
        head = Buffer.concat([head, bytes]);
        if (head.length < headBytes) continue;
        decoding = this.choose(head);
        yield decoding.decode(head, { stream: true });
        head = undefined;
      } else yield decoding.decode(bytes, { stream: true });
    }
    if (head) yield this.choose(head).decode(head);
    else yield decoding.decode(new Uint8Array());
  }

  private choose(head: Uint8Array) {
    const decoding = chooseDecoding(head, this.source.contentType);
    if (decoding.unknown) this.problems.push({ code: 'ENCODING_UNKNOWN', params: { name: decoding.unknown } });
    return decoding;
  }
}
