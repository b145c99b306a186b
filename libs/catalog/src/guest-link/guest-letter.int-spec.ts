import type { Mail, Mailer } from '#libs/mail';
import { EstradeError, type GuestActor, system } from '#libs/kernel';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, testSecret, type World } from '../../../../test/factories/world.js';
import { consentWords } from '../consent/consent-words.js';
import { GuestCode } from './guest-code.entity.js';
import { makeWriteGuestLetter } from './guest-letter.handler.js';
import type { GuestLink } from './guest-link.entity.js';
import { GuestLinkEvent } from './guest-link-event.entity.js';

describe('a mail to a guest', () => {
  let world: World;
  let link: GuestLink;
  let actor: GuestActor;
  const mails: Mail[] = [];
  let refuses = false;
  const mailer: Mailer = {
    isKept: false,
    send: async (mail) => {
      if (refuses) throw new EstradeError('MAIL_REFUSED', 422, 'No.');
      mails.push(mail);
    },
    listKeptMails: async () => [],
    forgetKeptMails: async () => {},
  };
  const write = (kind: 'code' | 'receipt' | 'decision' | 'remind', id: string, at: number) =>
    makeWriteGuestLetter({
      ...{ dataSource: world.db, clock: world.clock, addresses: world.addresses, secret: testSecret, mailer },
    })({ kind, id, at }, {} as never);
  beforeAll(async () => {
    world = await aWorld();
    const show = await aShow(world.db, { language: 'en-CA', title: 'Marketing <News>' });
    const { id: personId } = await aPerson(world.db, 'Mélanie Roy');
    const people = [{ personId, role: 'guest' as const, organisation: '', texts: [] }];
    const episode = await anEpisode(world.db, show, { state: 'draft', title: 'A date kept', people });
    const form = { email: 'melanie@example.org', locale: 'fr-CA' as const };
    link = await world.catalog.guestLinks.ensure(system, show.id, episode.id, personId, form);
    actor = { kind: 'guest', linkId: link.id, episodeId: episode.id, personId, role: 'guest' };
  });
  afterAll(() => world.close());

  it('brings the code once, in the guest’s language, and not when it is over', async () => {
    await world.catalog.guestCodes.ask(actor);
    const { askedAt } = await world.db.getRepository(GuestCode).findOneByOrFail({ linkId: link.id });
    await write('code', link.id, askedAt.getTime());
    await write('code', link.id, askedAt.getTime());
    expect(mails).toHaveLength(1);
    const code = world.catalog.guestLinks.secrets.code(link.id, askedAt);
    expect(mails[0]).toMatchObject({ to: 'melanie@example.org', subject: `Votre code\u00a0: ${code}` });
    expect(mails[0]!.text).toContain('Il sert une fois, pendant dix minutes.');
    expect(mails[0]!.html).toContain('Marketing &lt;News&gt;');
    expect(await world.catalog.guestCodes.use(actor, code)).toBe('right');
    world.clock.forward(1000);
    await world.catalog.guestCodes.ask(actor);
    const late = (await world.db.getRepository(GuestCode).findOneByOrFail({ linkId: link.id })).askedAt;
    world.clock.forward(600_001);
    await write('code', link.id, late.getTime());
    expect(mails).toHaveLength(1);
  });

  it('is a dated receipt with every use and the way to withdraw', async () => {
    const consents = {
      publish: true,
      clips: true,
      quotes: false,
      transcript: true,
      translation: false,
      training: false,
    };
    await world.catalog.consents.save(actor, { consents, locale: 'fr-CA', words: consentWords('fr-CA') });
    const [receipt] = await world.catalog.consents.receipts(link.id);
    await write('receipt', receipt!.id, receipt!.at.getTime());
    await write('receipt', receipt!.id, receipt!.at.getTime());
    expect(mails).toHaveLength(2);
    expect(mails[1]!.text).toMatch(/12 mai 2026/);
    expect(mails[1]!.text).toContain('Entraînement de machines');
    expect(mails[1]!.text).toContain(`/i/${world.catalog.guestLinks.secretOf(link)}/me`);
    expect((await world.catalog.consents.receipts(link.id))[0]!.mailedAt).not.toBeNull();
  });

  it('that an address refuses is kept in the history and not tried again by itself', async () => {
    refuses = true;
    await expect(write('remind', link.id, 1)).rejects.toThrow();
    const events = await world.db.getRepository(GuestLinkEvent).findBy({ linkId: link.id, what: 'mail' });
    expect(events.at(-1)!.detail).toEqual({ mail: 'remind', isRefused: true });
  });
});
