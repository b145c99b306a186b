import { type Addresses, type PartsQuery, silenceRuleOf, toLocal, takesPart } from '#libs/catalog';
import { type Clock, type Language, networks, pickText, toLanguage } from '#libs/kernel';
import { type Region, translator } from '#libs/messages';
import {
  embedCode,
  episodeAddress,
  episodeText,
  type KitOwnView,
  type KitPageView,
  type KitShareView,
} from '#libs/pages';
import {
  kitAddress,
  type KitQuery,
  type KitView,
  optionalLetters,
  toBlog,
  toDisclaimer,
  toKitTextFacts,
  toKitTexts,
  toMailText,
} from '#libs/sharing';
import type { ShareCountsQuery } from '#libs/stats';
import type { GuestVisit } from '../guest-link/guest-door.js';
import type { KitChoice } from './kit.form.js';
import type { KitFilesReader, KitPictures } from './kit-files.js';
import type { KitSounds } from './kit-sounds.js';

/** Puts the page of a kit together from what each lib knows of it. */
export class KitViews {
  constructor(
    private readonly kits: Pick<KitQuery, 'ofLink'>,
    private readonly files: KitFilesReader,
    private readonly sounds: Pick<KitSounds, 'of'>,
    private readonly counts: ShareCountsQuery,
    private readonly parts: Pick<PartsQuery, 'of'>,
    private readonly addresses: Addresses,
    private readonly clock: Clock,
  ) {}

  /** Undefined: its episode is gone. */
  async ofVisit(visit: GuestVisit, choice: KitChoice): Promise<KitPageView | undefined> {
    const kit = await this.kits.ofLink(visit.link);
    if (!kit) return undefined;
    const { region } = visit;
    const lang = toLanguage(region);
    const pictures = await this.files.of(kit, visit, region);
    const isClosed = !takesPart(visit.link.state);
    return {
      ...{ zone: visit.link.timeZone, isClosed },
      ...{ releaseAt: kit.releaseAt, isReleased: kit.isReleased, isReachable: kit.isReachable },
      sound: isClosed ? undefined : ((await this.toSound(visit, kit)) ?? pictures.sound),
      waiting: toWaiting(visit, pictures),
      share: this.toShare(kit, region, choice, pictures),
      parts: isClosed ? [] : await this.toParts(kit, lang),
      files: isClosed ? [] : pictures.groups,
      zip: isClosed ? undefined : pictures.zip,
      disclaimers: (['fr', 'en'] as const).map((each) => ({ lang: each, text: ownDisclaimer(kit, each) })),
      own: visit.role === 'guest' ? await this.toOwn(kit, lang) : undefined,
      showName: visit.frame.show.title,
      contact: kit.show.ownerEmail,
      told: choice.told,
      isLookedAt: choice.isLookedAt,
    };
  }

  /** A team hears what is out and what was made to be shared, nothing else (`ux:K-05`). */
  private toSound({ role, actor, secret }: GuestVisit, { episode }: KitView): Promise<KitPageView['sound']> {
    return role === 'guest' ? this.sounds.of(actor, secret, episode.startHereMs ?? 0) : Promise.resolve(undefined);
  }

  /** Those that have a page: out, or announced. */
  private async toParts({ episode }: KitView, lang: Language): Promise<KitPageView['parts']> {
    const { parts } = await this.parts.of(episode);
    return parts.flatMap(({ part, episode: other }) => {
      const text = other && other.id !== episode.id ? episodeText(other, lang) : undefined;
      if (!other || !text) return [];
      return { part, title: text.title, lang: text.lang, href: episodeAddress(this.addresses, other, lang) };
    });
  }

  private toShare(kit: KitView, region: Region, choice: KitChoice, { card, image }: KitPictures): KitShareView {
    const { network, tone, length, isDated } = choice;
    const facts = toKitTextFacts(this.addresses, kit, region);
    const { texts: own } = kit.kit;
    const lang = toLanguage(region);
    const title = pickText(kit.episode.texts, lang, toLanguage(kit.episode.showLanguage));
    return {
      ...{ network, tone, length, isDated, card, image },
      texts: toRecord(networks, (each) => toKitTexts(facts, each, isDated, own)),
      mailSubject: toMailText(facts, { tone, length, isDated }).subject,
      blog: toBlog(facts, { tone, isDated }, toEmbed(this.addresses, kit, region, facts.title), card),
      link: kitAddress(this.addresses, kit, lang),
      short: this.addresses.short(kit.shortCode),
      ...{ title: title?.title ?? '', titleLang: title?.lang ?? lang },
    };
  }

  private async toOwn(kit: KitView, lang: Language): Promise<KitOwnView> {
    const { link, appearance } = kit;
    const now = this.clock.now();
    const day = (days: number) => toLocal(new Date(now.getTime() + days * 86_400_000), link.timeZone).slice(0, 10);
    const text = pickText(appearance?.texts ?? [], lang, toLanguage(kit.show.language));
    return {
      title: text?.title ?? '',
      organisation: appearance?.organisation || appearance?.organisationInNotes || '',
      effect: link.countsVia ? await this.counts.ofLink(link.id) : undefined,
      hasMail: link.email !== '',
      remindOn: kit.kit.remindOn,
      days: [day(1), day(365)],
      letters: optionalLetters.map((kind) => ({ kind, isOn: !kit.kit.lettersOff.includes(kind) })),
    };
  }
}

/** The player's code at the moment where it gets good, in the reader's words (`ux:K-31`, `ux:K-32`). */
function toEmbed(addresses: Addresses, { episode, isReleased }: KitView, region: Region, title: string): string {
  const startAt = isReleased && episode.startHereMs ? Math.floor(episode.startHereMs / 1000) : undefined;
  return embedCode({ addresses }, { region, t: translator(region) }, episode, title, { startAt, isFluid: true }).html;
}

function toWaiting({ link, frame }: GuestVisit, { open }: KitPictures): KitPageView['waiting'] {
  if (frame.waiting === 0) return undefined;
  return { ...open, until: link.deadlineAt, rule: silenceRuleOf(link, open) };
}

/** As written in this language; empty when it is not. */
function ownDisclaimer({ appearance }: KitView, lang: Language): string {
  const texts = (appearance?.texts ?? []).filter((text) => text.lang.toLowerCase().split('-')[0] === lang);
  return toDisclaimer({ appearance: appearance && { ...appearance, texts } }, lang);
}

function toRecord<K extends string, V>(keys: readonly K[], make: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>;
}
