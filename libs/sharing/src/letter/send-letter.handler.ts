import { countOpen, GuestLink, GuestSecrets, isOpenLink, logGuestEvent, readSite, takesPart } from '#libs/catalog';
import type { Addresses } from '#libs/catalog';
import { EstradeError, system, type Clock } from '#libs/kernel';
import type { Mailer } from '#libs/mail';
import type { PayloadOf } from '#libs/queue';
import type { DataSource, EntityManager } from 'typeorm';
import { GuestKit } from '../life/guest-kit.entity.js';
import { KitQuery } from '../life/kit.query.js';
import { GuestLetter, type LetterState } from './guest-letter.entity.js';
import type { sendLetter } from './letter.jobs.js';
import type { LetterKind } from './letter-kinds.js';
import { type LinkEffect, writeGuestLetter } from './write-guest-letter.js';

/** What mails to guests are made of and sent with. */
export interface GuestLetterDeps {
  readonly dataSource: DataSource;
  readonly mailer: Pick<Mailer, 'send'>;
  readonly addresses: Addresses;
  readonly clock: Clock;
  /** The instance's. */
  readonly secret: string;
  /** What came of a link: counted by a lib that this one does not know. */
  readonly effectOf: (linkId: string) => Promise<LinkEffect>;
}

type Order = PayloadOf<typeof sendLetter>;

/**
 * Sends one mail, once: the row is locked while it goes out, and has its answer in the same transaction. A crash in
 * between sends it again under the same Message-ID. What was switched off or withdrawn meanwhile is dropped.
 */
export function makeSendLetter(deps: GuestLetterDeps): (order: Order) => Promise<void> {
  return async ({ linkId, kind, round }) => {
    await deps.dataSource.transaction(async (manager) => {
      const key = { linkId, kind, round };
      const letter = await manager.findOne(GuestLetter, { where: key, lock: { mode: 'pessimistic_write' } });
      if (letter?.state !== 'due' || letter.dueAt > deps.clock.now()) return;
      const link = await manager.findOneBy(GuestLink, { id: linkId });
      const state = link ? await send(deps, manager, link, letter) : 'dropped';
      const at = deps.clock.now();
      const sent = state === 'dropped' ? {} : { sentTo: link!.email, sentAt: at };
      await manager.update(GuestLetter, key, { state, ...sent });
      if (kind === 'again') await manager.update(GuestKit, { linkId, remindOn: round }, { remindOn: null });
      if (state !== 'dropped') {
        await logGuestEvent(manager, linkId, { actor: system, at, what: 'sent', detail: { mail: kind, state } });
      }
    });
  };
}

async function send(
  deps: GuestLetterDeps,
  manager: EntityManager,
  link: GuestLink,
  { kind, round }: GuestLetter,
): Promise<LetterState> {
  const kit =
    (await isWanted(manager, link, kind, round)) && (await new KitQuery(deps.dataSource, deps.clock).ofLink(link));
  if (!kit) return 'dropped';
  const mail = await writeGuestLetter(kit, kind, {
    addresses: deps.addresses,
    site: await readSite(deps.dataSource),
    secret: new GuestSecrets(deps.secret).guest(link),
    effect: kind === 'week' ? await deps.effectOf(link.id) : undefined,
    waiting: await countOpen(manager, link),
  });
  const id = `${link.id}-${kind}-${round.replace(/[^\w]/g, '')}`;
  return deps.mailer.send({ ...mail, id }).then(
    () => 'sent' as const,
    (error: unknown) => {
      // No other try would mend it: the producer is told, and can copy the link.
      if (error instanceof EstradeError && error.status === 422) return 'refused' as const;
      throw error;
    },
  );
}

/** Between the order and now the guest may have left, or switched it off. A producer's own sending goes before the switch. */
async function isWanted(manager: EntityManager, link: GuestLink, kind: LetterKind, round: string): Promise<boolean> {
  if (link.email === '' || !takesPart(link.state) || !isOpenLink(link)) return false;
  if (kind === 'proposals' || kind === 'reminder') {
    const isOpen = link.state === 'proposed' || link.state === 'reviewing';
    if (!isOpen || link.deadlineAt?.toISOString() !== round) return false;
  }
  const off = (await manager.findOneBy(GuestKit, { linkId: link.id }))?.lettersOff ?? [];
  return kind === 'kit' && round !== '' ? true : !off.includes(kind === 'reminder' ? 'proposals' : kind);
}
