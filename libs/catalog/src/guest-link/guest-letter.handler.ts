import type { Clock } from '#libs/kernel';
import { EstradeError, system, toFirstName, toLanguage } from '#libs/kernel';
import { type Letter, type Mailer, writeLetter } from '#libs/mail';
import { formatDateTime, t } from '#libs/messages';
import { type Handler, HopelessJob, type PayloadOf } from '#libs/queue';
import type { DataSource, EntityManager } from 'typeorm';
import type { Addresses } from '../address/addresses.js';
import { ConsentReceipt } from '../consent/consent-receipt.entity.js';
import { Correction } from '../correction/correction.entity.js';
import { Show } from '../show/show.entity.js';
import { GuestCode } from './guest-code.entity.js';
import { codeRules } from './guest-code.state.js';
import { readGuestFrame } from './guest-frame.query.js';
import type { writeGuestLetter } from './guest-letter.job.js';
import { logGuestEvent } from './guest-link-log.js';
import { GuestLink, isOpenLink } from './guest-link.entity.js';
import { GuestSecrets } from './guest-secrets.js';

export interface OwnLetterDeps {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly addresses: Addresses;
  readonly secret: string;
  readonly mailer: Pick<Mailer, 'send'>;
}

/** What one mail says, and how to keep that it went out. Undefined: there is nothing to send any more. */
interface Told {
  link: GuestLink;
  words: Pick<Letter, 'subject' | 'paragraphs' | 'lines'> & { hasAction: boolean };
  keep: (manager: EntityManager, at: Date) => Promise<unknown>;
}

/**
 * Sends one mail to a guest, in their language, once: the row says when it went out. An address that takes no mail is
 * kept in the history, for the producer to see; nothing is tried again by itself.
 */
export function makeWriteGuestLetter(deps: OwnLetterDeps): Handler<PayloadOf<typeof writeGuestLetter>> {
  return async ({ kind, id, at }) => {
    const { manager } = deps.dataSource;
    const told = await readers[kind](deps, id, at);
    // A letter leads to the guest's page: where that is closed, none goes out.
    if (!told || told.link.email === '' || !isOpenLink(told.link)) return;
    const { link } = told;
    const detail = { mail: kind };
    try {
      const mail = await toMail(deps, told);
      await deps.mailer.send({ ...mail, to: link.email, id: `${kind}-${id}-${at}` });
    } catch (error) {
      if (!(error instanceof EstradeError) || error.status !== 422) throw error;
      const now = deps.clock.now();
      await logGuestEvent(manager, link.id, {
        actor: system,
        at: now,
        what: 'mail',
        detail: { ...detail, isRefused: true },
      });
      throw new HopelessJob('The address takes no mail.');
    }
    const now = deps.clock.now();
    await manager.transaction(async (inside) => {
      await told.keep(inside, now);
      await logGuestEvent(inside, link.id, { actor: system, at: now, what: 'mail', detail });
    });
  };
}

type Reader = (deps: OwnLetterDeps, id: string, at: number) => Promise<Told | undefined>;

const readers: Record<PayloadOf<typeof writeGuestLetter>['kind'], Reader> = {
  /** Late or replaced codes are of no use to anybody. */
  async code({ dataSource, clock, secret }, id, at) {
    const code = await dataSource.manager.findOneBy(GuestCode, { linkId: id });
    const link = await dataSource.manager.findOneBy(GuestLink, { id });
    const isOver = !code || code.usedAt || code.mailedAt || code.askedAt.getTime() !== at;
    if (!link || isOver || clock.now().getTime() - at > codeRules.liveMs) return undefined;
    const { locale } = link;
    const digits = new GuestSecrets(secret).code(id, code.askedAt);
    return {
      link,
      words: {
        ...{ subject: t(locale, 'guest.mail.code.subject', { code: digits }), hasAction: false },
        paragraphs: [t(locale, 'guest.mail.code.text', { code: digits }), t(locale, 'guest.mail.code.not')],
      },
      keep: (manager, mailedAt) => manager.update(GuestCode, { linkId: id, askedAt: code.askedAt }, { mailedAt }),
    };
  },

  async receipt({ dataSource }, id) {
    const receipt = await dataSource.manager.findOneBy(ConsentReceipt, { id });
    const link = receipt && (await dataSource.manager.findOneBy(GuestLink, { id: receipt.linkId }));
    if (!receipt || !link || receipt.mailedAt) return undefined;
    const { locale } = receipt;
    const uses = Object.entries(receipt.consents) as [keyof ConsentReceipt['consents'], boolean][];
    return {
      link,
      words: {
        subject: t(locale, 'guest.mail.receipt.subject'),
        hasAction: true,
        paragraphs: [
          t(locale, 'guest.mail.receipt.text', { at: formatDateTime(locale, receipt.at, link.timeZone) }),
          t(locale, 'guest.mail.receipt.withdraw'),
        ],
        lines: uses.map(([use, isOn]) => ({
          label: t(locale, isOn ? 'guest.yes' : 'guest.no'),
          text: `${t(locale, `guest.use.${use}`)} — ${t(locale, `guest.use.${use}.text`)}`,
        })),
      },
      keep: (manager, mailedAt) => manager.update(ConsentReceipt, { id }, { mailedAt }),
    };
  },

  async decision({ dataSource }, id) {
    const correction = await dataSource.manager.findOneBy(Correction, { id });
    const link = correction && (await dataSource.manager.findOneBy(GuestLink, { id: correction.linkId }));
    if (!correction || !link || correction.mailedAt || correction.state === 'open') return undefined;
    const { locale } = link;
    const { kind, state, answer } = correction;
    return {
      link,
      words: {
        subject: t(locale, 'guest.mail.decision.subject', { state }),
        hasAction: true,
        paragraphs: [t(locale, 'guest.mail.decision.text', { kind, state }), ...(answer ? [answer] : [])],
      },
      keep: (manager, mailedAt) => manager.update(Correction, { id }, { mailedAt }),
    };
  },

  async remind({ dataSource }, id) {
    const link = await dataSource.manager.findOneBy(GuestLink, { id });
    if (!link || link.state === 'declined' || link.state === 'withdrawn') return undefined;
    return {
      link,
      words: {
        subject: t(link.locale, 'guest.mail.remind.subject'),
        hasAction: true,
        paragraphs: [t(link.locale, 'guest.mail.remind.text')],
      },
      keep: async () => undefined,
    };
  },
};

async function toMail({ dataSource, addresses, secret, clock }: OwnLetterDeps, { link, words }: Told) {
  const { locale } = link;
  const { hasAction, ...said } = words;
  const frame = await readGuestFrame(dataSource, link, toLanguage(locale), clock.now());
  const show = await dataSource.manager.findOneByOrFail(Show, { slug: frame.show.slug });
  return writeLetter({
    ...said,
    region: locale,
    brand: frame.show.title,
    accent: frame.show.accent,
    paragraphs: [t(locale, 'guest.mail.hello', { name: toFirstName(frame.personName) }), ...said.paragraphs],
    ...(hasAction && {
      action: {
        label: t(locale, 'guest.mail.open'),
        href: addresses.guestLink(new GuestSecrets(secret).guest(link), 'me'),
      },
    }),
    footer: {
      sender: show.author || frame.show.title,
      ...(show.ownerEmail && { contact: show.ownerEmail }),
      reason: t(locale, 'guest.mail.reason', { title: frame.episode.title || t(locale, 'guest.frame.untitled') }),
    },
  });
}
