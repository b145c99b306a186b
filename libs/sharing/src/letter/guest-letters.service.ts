import {
  GuestLink,
  lockGuestLink,
  logGuestEvent,
  requireChangeGuestLinks,
  requireSeeGuestLinks,
  takesPart,
} from '#libs/catalog';
import { announce } from '#libs/database';
import { type Actor, type Clock, Invalid, NotFound } from '#libs/kernel';
import { type Work, workFor } from '#libs/queue';
import { type DataSource, type EntityManager, LessThanOrEqual, MoreThan } from 'typeorm';
import { GuestKit } from '../life/guest-kit.entity.js';
import { type DueLetter, dueLetters, kitTime } from './due-letters.plan.js';
import { GuestLetter } from './guest-letter.entity.js';
import type { LetterKind } from './letter-kinds.js';
import { KitOnItsWay } from './letter.error.js';
import { sendLetter } from './letter.jobs.js';

type EpisodeRow = {
  state: 'draft' | 'scheduled' | 'published' | 'withdrawn';
  scheduledAt: Date | null;
  publishedAt: Date | null;
};

/** Finds out which mails are due and writes each down once; sending is the work of the queue (`ux` 2.11). */
export class GuestLettersService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Orders what is due over all links. Safe to repeat: a row that is there is never written again. */
  async orderDue(): Promise<number> {
    const now = this.clock.now();
    let ordered = 0;
    for (const link of await this.listOpen(now)) {
      const due = dueLetters(await this.caseOf(link), now);
      if (due.length > 0) ordered += await this.order(link.id, due, now);
    }
    return ordered;
  }

  /**
   * The kit goes out, also once more (`ux` 4.11): now, or in so many seconds, until which it can be taken back. While one
   * waits, that is the one, at the earlier time of the two. @throws Invalid without a mail address, or to who does not
   * take part.
   */
  async sendKit(actor: Actor, showId: string, linkId: string, { afterSeconds = 0 } = {}): Promise<void> {
    requireChangeGuestLinks(actor, showId);
    await this.db.transaction(async (manager) => {
      const now = this.clock.now();
      const dueAt = new Date(now.getTime() + afterSeconds * 1000);
      // Letters before their link, as the sender takes them: neither waits for the other for ever.
      const lock = { mode: 'pessimistic_write' } as const;
      const before = await manager.find(GuestLetter, { where: { linkId, kind: 'kit' }, lock });
      const link = await lockGuestLink(manager, showId, linkId);
      if (link.email === '') throw new Invalid([{ path: 'email', message: 'kit.error.noMail' }]);
      if (!takesPart(link.state)) throw new Invalid([{ path: 'state', message: 'kit.error.noPart' }]);
      const waiting = before.find(({ state }) => state === 'due');
      if (waiting) return hasten(manager, waiting, dueAt, now);
      // The first one takes the place of the one that would have gone out by itself.
      const round = before.length === 0 ? '' : String(before.length);
      await write(manager, linkId, { kind: 'kit', round, dueAt }, now);
      const detail = { mail: 'kit', fields: ['resend'], to: 'ordered' };
      await logGuestEvent(manager, linkId, { actor, at: now, what: 'mail', detail });
    });
  }

  /** As if nobody had asked: what was planned before still is. @throws KitOnItsWay once its time has come. */
  async takeBackKit(actor: Actor, showId: string, linkId: string): Promise<void> {
    requireChangeGuestLinks(actor, showId);
    await this.db.transaction(async (manager) => {
      const at = this.clock.now();
      const waiting = { linkId, kind: 'kit' as const, state: 'due' as const, dueAt: MoreThan(at) };
      const { affected } = await manager.delete(GuestLetter, waiting);
      await lockGuestLink(manager, showId, linkId);
      if (!affected) throw new KitOnItsWay();
      await logGuestEvent(manager, linkId, { actor, at, what: 'mail', detail: { mail: 'kit', to: 'undone' } });
    });
  }

  /** Every mail of a link, newest first, and when the kit is to go out by itself. @throws NotFound */
  async ofLink(actor: Actor, showId: string, linkId: string): Promise<{ letters: GuestLetter[]; kitAt: Date | null }> {
    requireSeeGuestLinks(actor, showId);
    const link = await this.db
      .getRepository(GuestLink)
      .createQueryBuilder('l')
      .innerJoin('episodes', 'e', 'e.id = l.episodeId and e.show_id = :showId', { showId })
      .where('l.id = :linkId', { linkId })
      .getOne();
    if (!link) throw new NotFound('This guest link'); // abuse:A25
    const letters = await this.db.getRepository(GuestLetter).find({ where: { linkId }, order: { dueAt: 'DESC' } });
    const of = await this.caseOf(link);
    const isOpen = !letters.some(({ kind, round }) => kind === 'kit' && round === '');
    const isWanted =
      link.kitMail === 'auto' && !(of.kit.lettersOff as readonly LetterKind[]).includes('kit') && takesPart(link.state);
    return { letters, kitAt: (isOpen && isWanted && link.email !== '' && kitTime(of)) || null };
  }

  /** Links that anything could be due for: young, of an episode that is to come or came lately, or with a day of their own. */
  private listOpen(now: Date): Promise<GuestLink[]> {
    const since = new Date(now.getTime() - 16 * 86_400_000);
    return this.db
      .getRepository(GuestLink)
      .createQueryBuilder('l')
      .innerJoin('episodes', 'e', 'e.id = l.episodeId and e.deleted_at is null and e.purged_at is null')
      .innerJoin('shows', 's', 's.id = e.show_id and s.deleted_at is null and s.purged_at is null')
      .leftJoin('guest_kits', 'k', 'k.link_id = l.id')
      .where(`l.email <> '' and l.state not in ('declined', 'withdrawn')`)
      .andWhere(
        `(e.state in ('draft', 'scheduled') or e.published_at > :since or l.createdAt > :since or k.remind_on is not null)`,
        { since },
      )
      .getMany();
  }

  private async caseOf(link: GuestLink) {
    const kit = await this.db.getRepository(GuestKit).findOneBy({ linkId: link.id });
    const rows: EpisodeRow[] = await this.db.query(
      `select state, scheduled_at as "scheduledAt", published_at as "publishedAt" from episodes where id = $1`,
      [link.episodeId],
    );
    return { link, kit: kit ?? { lettersOff: [], remindOn: null }, episode: rows[0]! };
  }

  private async order(linkId: string, due: readonly DueLetter[], now: Date): Promise<number> {
    return this.db.transaction(async (manager) => {
      let written = 0;
      for (const letter of due) if (await write(manager, linkId, letter, now)) written += 1;
      return written;
    });
  }
}

/** Rows whose time has come: what a producer could take back until now, and what the queue may have lost. */
export async function findUnsentLetters(manager: EntityManager, now: Date): Promise<Work[]> {
  const rows = await manager.findBy(GuestLetter, { state: 'due', dueAt: LessThanOrEqual(now) });
  return rows.map(({ linkId, kind, round }) => workFor(sendLetter, { linkId, kind, round }));
}

/** The queue gives up: the producer sees that it never went out. */
export async function onLetterParked(manager: EntityManager, name: string, payload: unknown): Promise<void> {
  if (name !== sendLetter.name) return;
  const { linkId, kind, round } = sendLetter.payload.parse(payload);
  await manager.update(GuestLetter, { linkId, kind, round, state: 'due' }, { state: 'refused' });
}

/** Whether it was written now; a row that is there keeps it from going out twice. `findUnsentLetters` finds what is due later. */
async function write(
  manager: EntityManager,
  linkId: string,
  { kind, round, dueAt }: DueLetter,
  now: Date,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `insert into guest_letters (link_id, kind, round, due_at) values ($1, $2, $3, $4) on conflict do nothing returning 1`,
    [linkId, kind, round, dueAt],
  );
  if (rows.length === 0) return false;
  if (dueAt <= now) await announce(manager, sendLetter.name, { linkId, kind, round });
  return true;
}

async function hasten(manager: EntityManager, { linkId, kind, round, ...letter }: GuestLetter, dueAt: Date, now: Date) {
  if (dueAt >= letter.dueAt) return;
  await manager.update(GuestLetter, { linkId, kind, round }, { dueAt });
  if (dueAt <= now) await announce(manager, sendLetter.name, { linkId, kind, round });
}
