import { writeCalendar } from '#libs/audience';
import { type Addresses, type OpenCount, type readSite, silenceRuleOf, toLocal } from '#libs/catalog';
import { pickText, toFirstName, toLanguage } from '#libs/kernel';
import { type Letter, type LetterLine, type Mail, unsubscribeHeaders, writeLetter } from '#libs/mail';
import {
  formatDateTime,
  formatNumber,
  formatTime,
  formatWeekday,
  type Key,
  type Params,
  type Region,
  type Translate,
  translator,
} from '#libs/messages';
import type { KitView } from '../life/kit.view.js';
import { toKitTextFacts } from '../text/kit-facts.plan.js';
import { type LetterKind, optionalLetters } from './letter-kinds.js';

/** Sums of what came of a link; null: fewer than five (`ux:K-13`). */
export interface LinkEffect {
  visits: number | null;
  plays: number | null;
  shares: number | null;
}

export interface LetterParts {
  addresses: Addresses;
  site: Awaited<ReturnType<typeof readSite>>;
  secret: string;
  effect: LinkEffect | undefined;
  waiting: OpenCount;
}

/** A mail to a guest in the guest's language, with dates where the guest is, who sends it, and a way to make it stop. */
export async function writeGuestLetter(kit: KitView, kind: LetterKind, parts: LetterParts): Promise<Mail> {
  const { link, show } = kit;
  const t = translator(link.locale);
  const page = parts.addresses.guestLink(parts.secret);
  const stop = toStop(t, kind, page);
  const say = sayer(t, kit, kind, parts);
  const letter: Letter = {
    region: link.locale,
    subject: say('subject'),
    brand: showName(kit),
    accent: show.accent,
    heading: say('heading'),
    paragraphs: say('text').split('\n'),
    action: { label: say('action'), href: kind === 'proposals' || kind === 'reminder' ? `${page}/review` : page },
    lines: toLines(t, kit, kind, parts),
    after: [t('kit.letter.private')],
    footer: {
      sender: t('kit.letter.sender', { show: showName(kit), site: parts.site.name }),
      contact: [show.page.contact || show.ownerEmail, parts.addresses.show(toLanguage(link.locale), show.slug)]
        .filter(Boolean)
        .join('\n'),
      reason: t('kit.letter.reason', { show: showName(kit) }),
      ...(stop && { stop }),
    },
  };
  const attachments = kind === 'welcome' ? await toCalendar(t, kit, parts.addresses) : [];
  return {
    to: link.email,
    ...writeLetter(letter),
    ...(stop && { headers: unsubscribeHeaders(stop.href) }),
    ...(attachments.length > 0 && { attachments }),
  };
}

type Part = 'subject' | 'heading' | 'text' | 'action';

function sayer(t: Translate, kit: KitView, kind: LetterKind, { waiting }: LetterParts): (part: Part) => string {
  const { link, releaseAt, isReleased } = kit;
  const { locale: region, timeZone: zone } = link;
  const params: Params = {
    name: toFirstName(kit.personName),
    show: showName(kit),
    title: titleOf(kit),
    date: releaseAt ? sayDay(region, releaseAt, zone) : '',
    when: isReleased ? 'out' : releaseAt ? 'planned' : 'open',
    quotes: waiting.quotes,
    clips: waiting.clips,
    both: waiting.quotes > 0 && waiting.clips > 0 ? 'yes' : 'no',
    until: link.deadlineAt ? formatDateTime(region, link.deadlineAt, zone) : '',
    rule: silenceRuleOf(link, waiting),
    // Never a promise that the address does not keep (`ux:K-15`).
    reach: kit.isReachable ? 'yes' : 'no',
  };
  return (part) => t(`kit.letter.${kind}.${part}` as Key, params);
}

/** What stands below the button: the day, the link to pass on, what happened, one suggestion. */
function toLines(t: Translate, kit: KitView, kind: LetterKind, { addresses, effect }: LetterParts): LetterLine[] {
  const { locale: region, timeZone: zone } = kit.link;
  const facts = toKitTextFacts(addresses, kit, region);
  const when = kit.releaseAt && {
    label: t('kit.letter.line.when'),
    text: `${sayDay(region, kit.releaseAt, zone)} (${zoneName(region, kit.releaseAt, zone)})`,
  };
  const address = { label: t('kit.letter.line.link'), text: facts.startLink || facts.link };
  if (kind === 'welcome') return when ? [when] : [];
  if (kind === 'kit' || kind === 'again') return [...(when && !kit.isReleased ? [when] : []), address];
  if (kind === 'week')
    return [...toEffect(t, region, kit.link.countsVia ? effect : undefined), ...suggest(t, kit, address)];
  return [];
}

function toEffect(t: Translate, region: Region, effect: LinkEffect | undefined): LetterLine[] {
  if (!effect) return [];
  return (['visits', 'plays', 'shares'] as const).map((each) => ({
    label: t(`kit.effect.${each}`),
    text: effect[each] === null ? t('kit.effect.few') : formatNumber(region, effect[each]),
  }));
}

/** One thing to do next: the best clip where there is one, else the moment where it gets good. */
function suggest(t: Translate, kit: KitView, address: LetterLine): LetterLine[] {
  const [clip] = kit.clips;
  const title = clip && pickText(clip.texts, toLanguage(kit.link.locale), toLanguage(clip.language))?.title;
  return [{ ...address, label: title ? t('kit.letter.line.clip', { title }) : t('kit.letter.line.again') }];
}

function toStop(t: Translate, kind: LetterKind, page: string) {
  const optional = kind === 'reminder' ? 'proposals' : kind;
  if (!(optionalLetters as readonly string[]).includes(optional)) return undefined;
  return { label: t('kit.letter.stop'), href: `${page}/kit/off?mail=${optional}` };
}

async function toCalendar(t: Translate, kit: KitView, addresses: Addresses): Promise<NonNullable<Mail['attachments']>> {
  const { releaseAt, isReleased, episode, link } = kit;
  if (!releaseAt || isReleased) return [];
  const facts = toKitTextFacts(addresses, kit, link.locale);
  const content = await writeCalendar({
    uid: `${link.id}@${new URL(addresses.origin).hostname}`,
    ...{ at: releaseAt, changedAt: episode.updatedAt, product: showName(kit), link: facts.link },
    title: t('kit.letter.calendar', { title: titleOf(kit), show: showName(kit) }),
    text: facts.link,
  });
  return [{ name: 'episode.ics', type: 'text/calendar', content }];
}

function sayDay(region: Region, at: Date, zone: string): string {
  return `${formatWeekday(region, toLocal(at, zone).slice(0, 10))}, ${formatTime(region, at, zone)}`;
}

function zoneName(region: Region, at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat(region, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

function showName({ show, link }: KitView): string {
  return pickText(show.texts, toLanguage(link.locale), toLanguage(show.language))?.title ?? show.slug;
}

function titleOf({ episode, link }: KitView): string {
  return pickText(episode.texts, toLanguage(link.locale), toLanguage(episode.showLanguage))?.title ?? '';
}
