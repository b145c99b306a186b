import { formatDuration, isFrench, type Key, type Translate, translator } from '#libs/messages';
import { type KitTextFacts, type KitTextUse } from './kit-text.facts.js';
import { cutSentences, foldLength, toHashtag, toItem, toList, withStop } from './sentence.plan.js';

/** A text taken apart: what a post, a paragraph of a blog and a mail put together, each in its way. */
export interface TextParts {
  /** The idea, whole sentences where they fit before the fold; or what the episode is about. */
  opening: string;
  context: string;
  /** The same without the length and the language. */
  shortContext: string;
  /** Whom and where only. */
  bareContext: string;
  pointsLead: string;
  points: string[];
  /** A further sentence of the guest, in quotes. */
  quote: string;
  /** What stands before the address, and the address. */
  linkLead: string;
  link: string;
  closing: string;
  hashtags: string;
  disclaimer: string;
}

/** The guest speaks, in the first person; nothing is said of whom we know nothing of, and no gender is guessed. */
export function toTextParts(facts: KitTextFacts, { tone, isDated }: KitTextUse): TextParts {
  const t = translator(facts.region);
  const { idea, rest } = toIdea(facts);
  const kind = idea ? 'idea' : 'topic';
  const points = idea && facts.quotes.length === 0 ? facts.takeaways.slice(1, 4) : facts.takeaways.slice(0, 3);
  const where = toWhere(t, facts);
  const what = t('kit.text.what', { role: facts.role });
  const asides = toFacts(t, facts, isDated);
  const context = (list: string[]) =>
    t(`kit.text.${kind}.${tone}` as Key, { what, where, facts: list.length ? ` (${list.join(', ')})` : '' });
  return {
    opening: toOpening(t, facts, idea, tone),
    context: context(asides),
    shortContext: t(`kit.text.short.${tone}`, { where }),
    bareContext: t('kit.text.bare', { where: where.charAt(0).toUpperCase() + where.slice(1) }),
    pointsLead: points.length ? t(`kit.text.points.${tone}`, { n: points.length }) : '',
    points,
    quote: rest ? toQuote(t, rest) : '',
    ...toLinkPart(t, facts, isDated),
    closing: toClosing(t, facts, tone),
    hashtags: facts.tags
      .flatMap((tag) => toHashtag(tag) ?? [])
      .slice(0, 3)
      .join(' '),
    disclaimer: withStop(facts.disclaimer),
  };
}

/** The points as one sentence: `J’y explique deux choses : …; ….` */
export function toPointsLine({ pointsLead, points }: TextParts, count: number): string {
  return count > 0 ? `${pointsLead} ${points.slice(0, count).map(toItem).join('; ')}.` : '';
}

type Quote = KitTextFacts['quotes'][number];

function toIdea({ quotes, takeaways }: KitTextFacts): { idea: string; rest: Quote | undefined } {
  const [first, second] = quotes;
  if (first) return { idea: first.text, rest: second };
  return { idea: takeaways[0] ?? '', rest: undefined };
}

function toOpening(t: Translate, { topic, title }: KitTextFacts, idea: string, tone: KitTextUse['tone']): string {
  const ask = tone === 'question' ? t(idea ? 'kit.text.ask' : 'kit.text.askTopic') : '';
  const room = ask ? foldLength - ask.length - 1 : foldLength;
  const said = withStop(cutSentences(idea || topic || title, room - 1));
  return ask && !said.endsWith('?') ? `${said} ${ask}` : said;
}

/** With whom and where: `avec Ève dans « Des dates »`. */
function toWhere(t: Translate, { region, hosts, show, event }: KitTextFacts): string {
  const who = hosts.length ? t('kit.text.with', { hosts: toList(region, hosts.slice(0, 3)) }) : '';
  const place = event ? t('kit.text.atEvent', { event }) : t('kit.text.onShow', { show });
  return [who, place].filter(Boolean).join(' ');
}

function toFacts(t: Translate, facts: KitTextFacts, isDated: boolean): string[] {
  const { region, event, show, spoken, durationMs, startLink, isReleased, date } = facts;
  return [
    event && event !== show ? show : '',
    spoken === region.slice(0, 2) ? '' : t('kit.text.inLanguage', { language: nameOf(region, spoken) }),
    durationMs >= 1_000 ? formatDuration(region, durationMs) : '',
    // Where the address leads to a moment, its line has no room for the date.
    isDated && isReleased && startLink && date ? t('kit.text.publishedOn', { date }) : '',
  ].filter(Boolean);
}

function toLinkPart(t: Translate, facts: KitTextFacts, isDated: boolean): Pick<TextParts, 'linkLead' | 'link'> {
  const { link, startLink, date, isReleased } = facts;
  if (startLink) return { linkLead: t('kit.text.start'), link: startLink };
  if (!isDated || !date) return { linkLead: t('kit.text.listen'), link };
  return { linkLead: t(isReleased ? 'kit.text.since' : 'kit.text.out', { date }), link };
}

function toQuote(t: Translate, { text, isTranslation, spoken }: Quote): string {
  const quote = text.replace(/^[«“"\s]+|[»”"\s]+$/g, '');
  if (!isTranslation) return t('kit.text.quote', { quote });
  return t('kit.text.quoteTranslated', { quote, language: spoken.slice(0, 2) });
}

function toClosing(t: Translate, { region, hosts }: KitTextFacts, tone: KitTextUse['tone']): string {
  if (tone === 'question') return t('kit.text.replies');
  return tone === 'sober' && hosts.length ? t('kit.text.thanks', { hosts: toList(region, hosts.slice(0, 3)) }) : '';
}

/** A language's name as it stands in a sentence: `anglais`, `English`. */
export function nameOf(region: KitTextFacts['region'], tag: string): string {
  const name = new Intl.DisplayNames(region, { type: 'language' }).of(tag.slice(0, 2)) ?? tag;
  return isFrench(region) ? name.toLowerCase() : name;
}
