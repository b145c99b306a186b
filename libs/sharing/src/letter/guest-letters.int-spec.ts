import { type GuestLink, GuestLinks, GuestSecrets, type Show } from '#libs/catalog';
import { OutboxRow } from '#libs/database';
import { EstradeError, system } from '#libs/kernel';
import type { Mail } from '#libs/mail';
import { aPerson, anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, testSecret, type World } from '../../../../test/factories/world.js';
import { GuestKitsService } from '../life/guest-kits.service.js';
import { GuestLetter } from './guest-letter.entity.js';
import { findUnsentLetters, GuestLettersService } from './guest-letters.service.js';
import { sendLetter } from './letter.jobs.js';
import { makeSendLetter } from './send-letter.handler.js';

describe('mails to a guest', () => {
  let world: World;
  let show: Show;
  let link: GuestLink;
  let sent: Mail[];
  let answer: () => Promise<void>;
  let letters: GuestLettersService;
  let handle: ReturnType<typeof makeSendLetter>;

  beforeAll(async () => {
    world = await aWorld();
    show = await aShow(world.db, { title: 'Marketing Without Detours', language: 'en-CA', timeZone: 'Europe/Paris' });
    letters = new GuestLettersService(world.db, world.clock);
    const { db: dataSource, clock, addresses } = world;
    handle = makeSendLetter({
      ...{ dataSource, clock, addresses, secret: testSecret },
      mailer: { send: (mail) => answer().then(() => void sent.push(mail)) },
      effectOf: async () => ({ visits: 17, plays: null, shares: null }),
    });
  });
  afterAll(() => world?.close());

  beforeEach(async () => {
    sent = [];
    answer = async () => {};
    world.clock.set('2026-05-01T12:00:00Z');
    await world.db.query('delete from guest_links');
    const melanie = await aPerson(world.db, 'Mélanie Côté');
    const people = [{ personId: melanie.id, role: 'guest' as const, organisation: '', texts: [] }];
    const { id } = await anEpisode(world.db, show, { people, state: 'draft' });
    await world.db.query(
      `update episodes set state = 'scheduled', scheduled_at = '2026-05-12T11:00:00Z' where id = $1`,
      [id],
    );
    const links = new GuestLinks(world.db, world.clock, new GuestSecrets(testSecret));
    link = await links.ensure(system, show.id, id, melanie.id, {
      ...{ email: 'm@example.org', locale: 'fr-CA', timeZone: 'America/Montreal' },
    });
    await world.db.query('update guest_links set created_at = $1', [world.clock.now()]);
  });

  /** Orders what is due, and does what the queue would. */
  async function round(at?: string): Promise<Mail[]> {
    if (at) world.clock.set(at);
    const before = sent.length;
    await letters.orderDue();
    const rows = await world.db.getRepository(OutboxRow).findBy({ name: sendLetter.name });
    await world.db.getRepository(OutboxRow).clear();
    for (const { payload } of rows) await handle(sendLetter.payload.parse(payload));
    return sent.slice(before);
  }
  const log = () => world.db.getRepository(GuestLetter).find({ where: { linkId: link.id }, order: { dueAt: 'ASC' } });
  const publish = () =>
    world.db.query(`update episodes set state = 'published', published_at = '2026-05-12T11:00:00Z' where id = $1`, [
      link.episodeId,
    ]);

  it('begin with the page and a calendar entry, in French and in the guest’s own time', async () => {
    const [welcome, ...others] = await round('2026-05-01T12:01:00Z');
    expect(others).toEqual([]);
    expect(welcome!.to).toBe('m@example.org');
    expect(welcome!.subject).toBe('Votre page pour «\u00a0Marketing Without Detours\u00a0»');
    expect(welcome!.text).toContain('mardi 12 mai 2026, 7\u00a0h');
    const page = new RegExp(`https://estrade\\.example\\.org/i/[0-9a-f]{40}`);
    expect(welcome!.text).toMatch(page);
    expect(welcome!.html).toMatch(page);
    const [file] = welcome!.attachments!;
    expect(file).toMatchObject({ name: 'episode.ics', type: 'text/calendar' });
    expect(file!.content).toContain('DTSTART:20260512T110000Z');
    // Who sends it, for whom, and how to reach them.
    expect(welcome!.text).toContain('atelier@example.org');
    expect(welcome!.headers).toBeUndefined();
  });

  it('go out once, however often it is looked and whatever is ordered twice', async () => {
    await round('2026-05-01T12:01:00Z');
    expect(await round()).toEqual([]);
    await handle({ linkId: link.id, kind: 'welcome', round: '' });
    expect(sent).toHaveLength(1);
    await Promise.all([letters.orderDue(), letters.orderDue()]);
    expect(await log()).toHaveLength(1);
  });

  it('bring the kit the day before at nine, with a way to make it stop', async () => {
    await round('2026-05-01T12:01:00Z');
    expect(await round('2026-05-11T12:59:00Z')).toEqual([]);
    const [kit] = await round('2026-05-11T13:00:00Z');
    expect(kit!.subject).toContain('mardi 12 mai 2026, 7\u00a0h');
    expect(kit!.text).toContain(`?via=${link.via}`);
    expect(kit!.headers!['List-Unsubscribe']).toMatch(/^<https:.+\/kit\/off\?mail=kit>$/);
    expect(kit!.headers!['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(kit!.text).toContain('/kit/off?mail=kit');
  });

  it('promise of the link only what it keeps: before the release it opens where the episode is announced', async () => {
    await round('2026-05-01T12:01:00Z');
    await letters.sendKit(system, show.id, link.id);
    const [silent] = await round();
    expect(silent!.text).toContain('qui s’ouvre le jour de la sortie');
    await world.db.query(`update episodes set is_announced = true where id = $1`, [link.episodeId]);
    await letters.sendKit(system, show.id, link.id);
    const [announced] = await round();
    expect(announced!.text).toContain('tout fonctionne déjà');
  });

  it('tell what happened a week later, in sums', async () => {
    await publish();
    await round('2026-05-12T11:00:00Z');
    const [week] = await round('2026-05-19T13:00:00Z');
    expect(week!.subject).toMatch(/^Une semaine de/);
    expect(week!.text).toMatch(/Visites.*17/);
    expect(week!.text).toMatch(/Écoutes de 30 s.*< 5/);
  });

  it('do not go out once switched off, also between order and sending', async () => {
    const actor = {
      ...{ kind: 'guest' as const, role: 'guest' as const, linkId: link.id },
      ...{ episodeId: link.episodeId, personId: link.personId },
    };
    await round('2026-05-01T12:01:00Z');
    world.clock.set('2026-05-11T13:00:00Z');
    await letters.orderDue();
    await new GuestKitsService(world.db, world.clock).switchOff(actor, 'kit');
    await handle({ linkId: link.id, kind: 'kit', round: '' });
    expect(sent).toHaveLength(1);
    expect((await log()).map(({ kind, state }) => `${kind} ${state}`)).toEqual(['welcome sent', 'kit dropped']);
  });

  it('go to nobody who has withdrawn', async () => {
    world.clock.set('2026-05-01T12:01:00Z');
    await letters.orderDue();
    await world.db.query(`update guest_links set state = 'withdrawn'`);
    await handle({ linkId: link.id, kind: 'welcome', round: '' });
    expect(await round('2026-05-11T13:00:00Z')).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('are tried again when the server is away, and not when the address is refused', async () => {
    answer = () => Promise.reject(new EstradeError('MAIL_AWAY', 503, 'away'));
    world.clock.set('2026-05-01T12:01:00Z');
    await letters.orderDue();
    const order = { linkId: link.id, kind: 'welcome' as const, round: '' };
    await expect(handle(order)).rejects.toThrow('away');
    expect(await findUnsentLetters(world.db.manager, world.clock.now())).toHaveLength(1);
    answer = () => Promise.reject(new EstradeError('MAIL_REFUSED', 422, 'no such mailbox'));
    await handle(order);
    expect((await log())[0]).toMatchObject({ state: 'refused', sentTo: 'm@example.org' });
    expect(await findUnsentLetters(world.db.manager, world.clock.now())).toEqual([]);
  });

  it('send the kit again when a producer wants it, in place of the first one or after it', async () => {
    await round('2026-05-01T12:01:00Z');
    await letters.sendKit(system, show.id, link.id);
    expect(await round()).toHaveLength(1);
    expect(await round('2026-05-11T13:00:00Z')).toEqual([]);
    await letters.sendKit(system, show.id, link.id);
    expect(await round()).toHaveLength(1);
    await world.db.query(`update guest_links set email = ''`);
    await expect(letters.sendKit(system, show.id, link.id)).rejects.toMatchObject({ status: 422 });
  });

  it('wait a minute where a producer may think again, and go out once it is over', async () => {
    await round('2026-05-01T12:01:00Z');
    await letters.sendKit(system, show.id, link.id, { afterSeconds: 60 });
    await letters.sendKit(system, show.id, link.id, { afterSeconds: 60 });
    const order = { linkId: link.id, kind: 'kit' as const, round: '' };
    expect(await round('2026-05-01T12:01:59Z')).toEqual([]);
    await handle(order);
    expect(await findUnsentLetters(world.db.manager, world.clock.now())).toEqual([]);
    world.clock.set('2026-05-01T12:02:00Z');
    const found = await findUnsentLetters(world.db.manager, world.clock.now());
    expect(found.map(({ payload }) => payload)).toEqual([order]);
    await handle(order);
    expect(sent.map(({ subject }) => subject)).toEqual([expect.any(String), expect.stringContaining('partager')]);
    await expect(letters.takeBackKit(system, show.id, link.id)).rejects.toMatchObject({ status: 409 });
  });

  it('go out at the earlier time when a producer asks twice', async () => {
    await round('2026-05-01T12:01:00Z');
    await letters.sendKit(system, show.id, link.id, { afterSeconds: 3600 });
    await letters.sendKit(system, show.id, link.id, { afterSeconds: 60 });
    await letters.sendKit(system, show.id, link.id, { afterSeconds: 600 });
    world.clock.set('2026-05-01T12:02:00Z');
    expect(await findUnsentLetters(world.db.manager, world.clock.now())).toHaveLength(1);
  });

  it('are taken back within that minute as if nobody had asked: the kit goes out when it was going to', async () => {
    await round('2026-05-01T12:01:00Z');
    await letters.sendKit(system, show.id, link.id, { afterSeconds: 60 });
    await letters.takeBackKit(system, show.id, link.id);
    await expect(letters.takeBackKit(system, show.id, link.id)).rejects.toMatchObject({ code: 'KIT_ON_ITS_WAY' });
    await handle({ linkId: link.id, kind: 'kit', round: '' });
    expect(await round('2026-05-01T12:05:00Z')).toEqual([]);
    expect((await letters.ofLink(system, show.id, link.id)).kitAt).toEqual(new Date('2026-05-11T13:00:00Z'));
    expect(await round('2026-05-11T13:00:00Z')).toHaveLength(1);
  });

  it('ask for an answer with the deadline, remind once, and say what silence means', async () => {
    await round('2026-05-01T12:01:00Z');
    await world.db.query(
      `update guest_links set state = 'proposed', state_at = '2026-05-02T12:00:00Z', deadline_at = '2026-05-05T12:00:00Z'`,
    );
    await world.db.query(
      `insert into quotes (id, episode_id, person_id, start_ms, end_ms, language, original, state, asked_at, texts)
       select gen_random_uuid(), $1, $2, n, n + 1000, 'en', 'x', 'asked', '2026-05-02T12:00:00Z', $3
       from generate_series(1, 3) n`,
      [
        link.episodeId,
        link.personId,
        JSON.stringify([{ lang: 'en', text: 'x', isTranslation: false, answer: 'open' }]),
      ],
    );
    const [asked] = await round('2026-05-02T12:00:10Z');
    expect(asked!.subject).toBe('3 citations à valider, 2 minutes');
    expect(asked!.text).toContain('rien n’est utilisé');
    expect(asked!.text).toMatch(/\/i\/[0-9a-f]{40}\/review/);
    const [reminder] = await round('2026-05-04T12:00:00Z');
    expect(reminder!.subject).toMatch(/^Jusqu’au 5 mai 2026, 8\sh\s:\svos citations/);
    expect(await round('2026-05-05T11:00:00Z')).toEqual([]);
  });

  it('hold names as text, in the subject on one line', async () => {
    await world.db.query(`update persons set name = $2 where id = $1`, [link.personId, `Eve<img src=x> Roy`]);
    const [welcome] = await round('2026-05-01T12:01:00Z');
    expect(welcome!.html).not.toContain('<img');
    expect(welcome!.subject).not.toMatch(/[\r\n]/);
  });
});
