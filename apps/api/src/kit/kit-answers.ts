import { Inject, Injectable } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import {
  Episode,
  EpisodePreviewQuery,
  type GuestLink,
  GuestLinkEvent,
  GuestLinks,
  guestStage,
  isOpenLink,
} from '#libs/catalog';
import { type Actor, hasScope, type Language, toLanguage } from '#libs/kernel';
import type { Region } from '#libs/messages';
import {
  GuestLettersService,
  kitAddress,
  KitPieces,
  KitQuery,
  lengths,
  toKitTextFacts,
  toKitTexts,
  tones,
} from '#libs/sharing';
import { ShareCountsQuery } from '#libs/stats';
import type { DataSource } from 'typeorm';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import type { KitAnswer, KitsAnswer, KitTextsAnswer } from './kit.answer.js';

const historyMax = 50;

/** Puts together what a producer sees of the kits of an episode. */
@Injectable()
export class KitAnswers {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    @Inject(getDataSourceToken('api')) private readonly db: DataSource,
    private readonly links: GuestLinks,
  ) {}

  async ofEpisode(actor: Actor, showId: string, episodeId: string): Promise<KitsAnswer> {
    const links = await this.links.ofEpisode(actor, showId, episodeId);
    const { working } = await new EpisodePreviewQuery(this.db, this.deps.clock).get(actor, showId, episodeId);
    const row = await this.db.getRepository(Episode).findOneByOrFail({ id: episodeId });
    const known = new Set(links.map(({ personId }) => personId));
    const items: KitAnswer[] = [];
    for (const link of links) items.push(await this.ofLink(actor, showId, link));
    return {
      items,
      without: working.appearances
        .filter(({ person }) => !known.has(person.id))
        .map(({ person, role }) => ({ personId: person.id, name: person.name, role })),
      isReachable: row.state === 'published' || row.isAnnounced,
    };
  }

  async ofLink(actor: Actor, showId: string, link: GuestLink): Promise<KitAnswer> {
    const { addresses, clock } = this.deps;
    const kit = (await new KitQuery(this.db, clock).ofLink(link))!;
    const { letters, kitAt } = await new GuestLettersService(this.db, clock).ofLink(actor, showId, link.id);
    const row = await this.db.getRepository(Episode).findOneByOrFail({ id: link.episodeId });
    // Whoever has the address changes what the guest may, which is more than to read.
    const page = hasScope(actor, 'write') && isOpenLink(link) ? addresses.guestLink(this.links.secretOf(link)) : '';
    const { id: linkId, personId, email, locale, timeZone, silenceRule, kitMail } = link;
    return {
      ...{ linkId, personId, email, locale, timeZone, silenceRule, kitMail },
      personName: kit.personName,
      stage: guestStage(link, row, clock.now()),
      deadlineAt: link.deadlineAt?.toISOString() ?? null,
      lettersOff: kit.kit.lettersOff,
      ...{ url: page, lookUrl: page && `${page}?look=1` },
      shareUrl: kitAddress(addresses, kit, toLanguage(locale)),
      shortUrl: addresses.short(kit.shortCode),
      kitAt: kitAt?.toISOString() ?? null,
      effect: link.countsVia ? await new ShareCountsQuery(this.db).ofLink(linkId) : null,
      ...{ quoteCount: kit.quotes.length, clipCount: kit.clips.length },
      letters: letters.map(({ kind, state, sentTo, dueAt, sentAt }) => ({
        ...{ kind, state: state === 'due' && dueAt > clock.now() ? 'planned' : state, sentTo },
        ...{ dueAt: dueAt.toISOString(), sentAt: sentAt?.toISOString() ?? null },
      })),
      pieces: await this.piecesOf(linkId, page),
      history: await this.historyOf(linkId),
    };
  }

  /** The nine texts in a language, as they are on LinkedIn and on the guest's page. */
  async texts(actor: Actor, showId: string, link: GuestLink, lang: Language): Promise<KitTextsAnswer> {
    await this.links.ofEpisode(actor, showId, link.episodeId);
    const kit = (await new KitQuery(this.db, this.deps.clock).ofLink(link))!;
    const region: Region = lang === toLanguage(link.locale) ? link.locale : lang === 'fr' ? 'fr-CA' : 'en-CA';
    const texts = toKitTexts(toKitTextFacts(this.deps.addresses, kit, region), 'linkedin', false, kit.kit.texts);
    return {
      items: tones.flatMap((tone) =>
        lengths.map((length) => {
          const { text, length: characters, isOwn } = texts[`${tone}-${length}`]!;
          return { tone, length, text, characters, isOwn };
        }),
      ),
    };
  }

  private async piecesOf(linkId: string, page: string): Promise<KitAnswer['pieces']> {
    const pieces = await new KitPieces(this.db).ofLink(linkId);
    return pieces
      .filter(({ fileName }) => fileName !== '')
      .map(({ id, kind, shape, lang, state, error, fileName, bytes, width, height, alt }) => ({
        ...{ id, kind, shape, lang, state, error, fileName, bytes, width, height, alt },
        url: page && `${page}/kit/${id}/${encodeURIComponent(fileName)}`,
      }));
  }

  private async historyOf(linkId: string): Promise<KitAnswer['history']> {
    const events = await this.db
      .getRepository(GuestLinkEvent)
      .find({ where: { linkId }, order: { at: 'DESC', id: 'DESC' }, take: historyMax });
    return events.map(({ at, actor, what, detail }) => ({ at: at.toISOString(), actor, what, detail }));
  }
}
