import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import type { Element } from './element.js';
import { ElementBuilder } from './element-builder.js';
import { htmlEntities } from './entities.js';
import { FeedTooLarge, FeedWithDtd, NotAFeed } from './feed.error.js';
import { feedLimits } from './limits.js';
import { toUsualName, usualPrefixes } from './namespaces.js';

export interface ParserEvents {
  /** A whole item or entry. */
  onItem(item: Element): void;
  /** A child of the channel that is no item. */
  onChannelChild(child: Element): void;
}

const items = new Set(['item', 'atom:entry', 'entry']);
const roots = new Set(['rss', 'atom:feed', 'feed', 'rdf:RDF']);

/**
 * Reads a feed's text, chunk by chunk, into one small tree for each item and each child of the channel. Nothing outside
 * the document is ever asked for (`abuse:A11`).
 * @throws FeedWithDtd, NotAFeed, FeedTooLarge, as soon as it is known.
 */
export class FeedParser {
  /** Places that are not XML; the parser goes on after each. */
  errors = 0;
  /** Line of the first of them. */
  errorLine = 0;
  isAtom = false;
  isCut = false;
  private readonly parser = new SaxesParser({ xmlns: true, additionalNamespaces: { ...usualPrefixes } });
  private readonly path: string[] = [];
  private builder: ElementBuilder | undefined;
  private sinceEvent = 0;
  private hasRoot = false;

  constructor(private readonly events: ParserEvents) {
    Object.assign(this.parser.ENTITIES, htmlEntities);
    this.parser.on('error', () => this.onError());
    this.parser.on('doctype', (type) => refuseDtd(type));
    this.parser.on('opentag', (tag) => this.onOpen(tag));
    this.parser.on('closetag', () => this.onClose());
    this.parser.on('text', (text) => this.builder?.text(text));
    this.parser.on('cdata', (text) => this.onCdata(text));
    this.parser.on('comment', () => void (this.sinceEvent = 0));
  }

  write(text: string): void {
    this.sinceEvent += text.length;
    if (this.sinceEvent > feedLimits.stretch + text.length) throw new FeedTooLarge('element', feedLimits.stretch);
    if (!this.hasRoot) refuseEarly(text);
    this.parser.write(text);
  }

  /** @throws NotAFeed when there was no root. */
  end(): void {
    this.parser.close();
    if (!this.hasRoot) throw new NotAFeed('other');
  }

  private onError(): void {
    this.errors += 1;
    this.errorLine ||= this.parser.line;
  }

  private onCdata(text: string): void {
    this.sinceEvent = 0;
    this.builder?.text(text);
  }

  private onOpen(tag: SaxesTagNS): void {
    this.sinceEvent = 0;
    const name = toUsualName(tag);
    if (!this.hasRoot) this.onRoot(name);
    this.path.push(name);
    if (this.path.length > feedLimits.depth) throw new FeedTooLarge('depth', feedLimits.depth);
    if (!this.builder && this.isAtChild(name)) {
      this.builder = new ElementBuilder(items.has(name) ? feedLimits.nodesOfItem : feedLimits.nodesOfChannel);
    }
    this.builder?.begin(name, toAttributes(tag.attributes));
  }

  private onClose(): void {
    this.sinceEvent = 0;
    this.path.pop();
    const done = this.builder?.end();
    if (!done) return;
    this.isCut ||= this.builder!.isCut;
    this.builder = undefined;
    if (items.has(done.name)) this.events.onItem(done);
    else this.events.onChannelChild(done);
  }

  private onRoot(name: string): void {
    this.hasRoot = true;
    if (!roots.has(name)) throw new NotAFeed(/^html$/i.test(name) ? 'page' : 'other');
    this.isAtom = name === 'atom:feed' || name === 'feed';
  }

  /** Below `channel`, or below the root of Atom and RSS 1.0. */
  private isAtChild(name: string): boolean {
    const [root, second] = this.path;
    if (this.path.length === 2) return root !== 'rss' && name !== 'channel';
    return this.path.length === 3 && second === 'channel';
  }
}

function toAttributes(attributes: Record<string, SaxesAttributeNS>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
      .map(([name, { value }]) => [name, value]),
  );
}

/** Before the root, so that not even the declaration's inside is read. */
function refuseEarly(text: string): void {
  const found = /<!DOCTYPE\s*([^\s>[]*)/i.exec(text);
  if (found) refuseDtd(found[1]!);
  if (/^\s*(<html[\s>]|[{[])/i.test(text)) throw new NotAFeed(/^\s*</.test(text) ? 'page' : 'other');
}

function refuseDtd(type: string): never {
  if (/^\s*html\b/i.test(type)) throw new NotAFeed('page');
  throw new FeedWithDtd();
}
