import { Inject, Injectable } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { type BoardGuest, EpisodeDeskQuery, GuestBoardQuery, GuestLinks, isOpenLink } from '#libs/catalog';
import { type Actor, hasScope } from '#libs/kernel';
import { KitPieces } from '#libs/sharing';
import type { DataSource } from 'typeorm';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import type { GuestAnswer, GuestsAnswer } from './guest.answer.js';

type Correction = BoardGuest['corrections'][number];
type Affiliated = Extract<Correction['body'], { kind: 'affiliation' }>['before'];

/** Puts the board of an episode into the shapes of the API. */
@Injectable()
export class GuestAnswers {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    @Inject(getDataSourceToken('api')) private readonly db: DataSource,
    private readonly board: GuestBoardQuery,
    private readonly desk: EpisodeDeskQuery,
    private readonly links: GuestLinks,
  ) {}

  async ofEpisode(actor: Actor, showId: string, episodeId: string): Promise<GuestsAnswer> {
    const board = await this.board.ofEpisode(actor, showId, episodeId);
    const { working, released } = await this.desk.get(actor, showId, episodeId);
    const items: GuestAnswer[] = [];
    for (const guest of board) items.push(await this.toGuest(guest, hasScope(actor, 'write')));
    return { recordedOn: working.recordedOn, isReleased: released !== null, items };
  }

  /** @param mayAct whether its addresses are told: whoever has one changes what the guest may, which is more than to read. */
  private async toGuest(guest: BoardGuest, mayAct: boolean): Promise<GuestAnswer> {
    const { person, appearance, link, stage, missing, leaks, quotes, clips, lookalikes } = guest;
    const { addresses } = this.deps;
    const { role, organisation, employer, texts } = appearance;
    return {
      ...{ personId: person.id, name: person.name, role, organisation, employer },
      photoUrl: person.photoKey ? addresses.image(person.photoKey, 'full') : null,
      titles: texts.filter(({ title }) => title !== '').map(({ lang, title }) => ({ lang, title })),
      ...{ stage, missing, leaks, quotes, clips, lookalikes },
      consents: link && Object.keys(link.consents).length > 0 ? link.consents : null,
      kit: await this.kitOf(link),
      lastMail: lastMail(guest),
      link: this.toLink(link, mayAct),
      corrections: guest.corrections.map(toCorrection),
      receipts: guest.receipts.map(({ at, consents, changed, locale, words, proof, mailedAt }) => ({
        ...{ at: at.toISOString(), uses: consents, changed, locale, words, proof },
        mailedAt: mailedAt?.toISOString() ?? null,
      })),
      history: guest.events.map(({ at, actor, what, detail }) => ({
        ...{ at: at.toISOString(), actor, what, of: toOf(detail) },
      })),
    };
  }

  private toLink(link: BoardGuest['link'], mayAct: boolean): GuestAnswer['link'] {
    if (!link) return null;
    const { addresses } = this.deps;
    const team = mayAct ? this.links.teamSecretOf(link) : undefined;
    const { id, email, locale, timeZone } = link;
    return {
      ...{ id, email, locale, timeZone },
      url: mayAct && isOpenLink(link) ? addresses.guestLink(this.links.secretOf(link)) : null,
      teamUrl: team ? addresses.guestLink(team) : null,
    };
  }

  private async kitOf(link: BoardGuest['link']): Promise<GuestAnswer['kit']> {
    const pieces = link ? await new KitPieces(this.db).ofLink(link.id) : [];
    return { total: pieces.length, ready: pieces.filter(({ state }) => state === 'ready').length };
  }
}

/** The newest of what was sent, or of what the address refused; not what was only asked for, or taken back. */
function lastMail({ events }: BoardGuest): GuestAnswer['lastMail'] {
  const found = events.find(
    ({ what, detail }) => detail['mail'] && (what === 'sent' || (what === 'mail' && !detail['to'])),
  );
  if (!found) return null;
  const { at, detail } = found;
  return { kind: String(detail['mail']), at: at.toISOString(), isRefused: detail['isRefused'] === true };
}

/** One word of what happened more exactly; facts only, never an address. */
function toOf(detail: Record<string, unknown>): string {
  if (detail['isRefused'] === true) return 'bounced';
  if (detail['closed'] === true) return 'closed';
  if (typeof detail['made'] === 'boolean') return detail['made'] ? 'made' : 'closed';
  if (typeof detail['isAccepted'] === 'boolean') return detail['isAccepted'] ? 'accepted' : 'refused';
  const word = detail['to'] ?? detail['mail'] ?? detail['asked'];
  return typeof word === 'string' ? word : '';
}

function toCorrection(correction: Correction): GuestAnswer['corrections'][number] {
  const { id, kind, state, askedAt, decidedAt, body, answer, isNoted, notes } = correction;
  return {
    ...{ id, kind, state, answer, isNoted, notes },
    ...{ askedAt: askedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null },
    reason: body.kind === 'consent' ? '' : body.reason,
    startMs: body.kind === 'moment' ? body.startMs : null,
    endMs: body.kind === 'moment' ? body.endMs : null,
    before: body.kind === 'affiliation' ? toAffiliated(body.before) : null,
    after: body.kind === 'affiliation' ? toAffiliated(body.after) : null,
    uses: body.kind === 'consent' ? body.after : null,
  };
}

function toAffiliated({ organisation, employer, titles }: Affiliated) {
  return { organisation, employer, titles };
}
