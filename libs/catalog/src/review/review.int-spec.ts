import { type GuestActor, system } from '#libs/kernel';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aRevision } from '../../../../test/factories/media.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { readClipCaptions } from '../clip/captions.query.js';
import { Episode } from '../episode/episode.entity.js';
import { GuestLink } from '../guest-link/guest-link.entity.js';
import { Quote } from '../quote/quote.entity.js';
import type { Show } from '../show/show.entity.js';
import { countOpen } from './review-rows.js';

const hour = 3_600_000;
const vtt = `WEBVTT

00:00:00.000 --> 00:00:05.000
<v Paul Host>Welcome to the show, thank you for coming.

00:00:05.000 --> 00:00:12.000
<v Ève Côté>You don't earn trust with a logo, you earn it with a date you keep.

00:00:12.000 --> 00:00:22.000
<v Ève Côté>Most dashboards measure what is easy and never what matters to 80% of clients.

00:00:22.000 --> 00:00:31.000
<v Ève Côté>We removed 12 charts in one afternoon and nobody noticed for three months.

00:00:31.000 --> 00:00:40.000
<v Ève Côté>And then it was quiet.
`;

describe('clips and quotes with the people who are heard in them', () => {
  let world: World;
  let show: Show;
  beforeAll(async () => {
    world = await aWorld();
    show = await aShow(world.db, { language: 'en-CA' });
  });
  afterAll(() => world?.close());

  const appearing = (personId: string, role: 'guest' | 'host' = 'guest') => ({
    ...{ personId, role, organisation: '', texts: [] },
  });

  async function anInterview(state: 'draft' | 'published' = 'draft') {
    const [eve, paul] = [await aPerson(world.db, 'Ève Côté'), await aPerson(world.db, 'Paul Host')];
    const people = [appearing(eve.id), appearing(paul.id, 'host')];
    const { id } = await anEpisode(world.db, show, { state: 'draft', people, title: 'Dates', language: 'en-CA' });
    await world.catalog.transcripts.replace(
      system,
      { showId: show.id, episodeId: id, lang: 'en', version: 1 },
      { text: vtt },
    );
    if (state === 'published') await world.catalog.publishing.publish(system, show.id, id);
    return { id, eve, paul };
  }

  const guestOf = async (episodeId: string, personId: string): Promise<GuestActor> => {
    const { id } = await world.db.getRepository(GuestLink).findOneByOrFail({ episodeId, personId });
    return { kind: 'guest', linkId: id, episodeId, personId, role: 'guest' };
  };
  const shown = async (id: string) => {
    const { clips, quotes, feed } = (await world.catalog.episodeQuery.byId(id))!;
    return {
      clips: clips.length,
      quotes: quotes.flatMap(({ texts }) => texts.map(({ text }) => text)),
      bites: feed.soundbites,
    };
  };
  const quote = { startMs: 6000, endMs: 11_000 };
  const clip = { startMs: 6000, endMs: 30_000 };

  it('proposes what a guest claims, not what leans on something else, and says why', async () => {
    const { id, eve } = await anInterview();
    const { clips, quotes } = await world.catalog.proposals.propose(system, show.id, id);
    const desk = await world.catalog.highlightsDesk.get(system, show.id, id);
    expect([clips, quotes]).toEqual([desk.clips.length, desk.quotes.length]);
    expect(desk.quotes.length).toBeGreaterThan(0);
    expect(desk.quotes.every(({ personId, state }) => personId === eve.id && state === 'proposed')).toBe(true);
    const trust = desk.quotes.find(({ original }) => /trust/.test(original))!;
    expect(trust.reasons).toContain('contrast');
    expect(desk.clips[0]!.endMs - desk.clips[0]!.startMs).toBeGreaterThanOrEqual(15_000);
    await world.catalog.clips.drop(system, show.id, desk.clips[0]!.id);
    await world.catalog.proposals.propose(system, show.id, id);
    const again = await world.catalog.highlightsDesk.get(system, show.id, id);
    expect(again.clips.map(({ startMs }) => startMs)).not.toContain(desk.clips[0]!.startMs);
  });

  it('makes whole sentences of a selection, and refuses what is too short for apps (ux:P-25)', async () => {
    const { id, eve, paul } = await anInterview();
    const made = await world.catalog.clips.create(system, show.id, id, clip);
    expect([made.startMs, made.endMs, made.personIds, made.state]).toEqual([5000, 31_000, [eve.id], 'picked']);
    const grown = { version: made.version, startMs: 1000 };
    expect((await world.catalog.clips.update(system, show.id, made.id, grown)).personIds).toEqual([eve.id, paul.id]);
    const short = world.catalog.clips.create(system, show.id, id, { startMs: 6000, endMs: 9000, isExact: true });
    await expect(short).rejects.toMatchObject({ fields: [{ path: 'endMs', message: 'error.field.clip.length' }] });
    const said = await world.catalog.quotes.create(system, show.id, id, quote);
    expect(said.texts).toEqual([
      {
        lang: 'en',
        text: "You don't earn trust with a logo, you earn it with a date you keep.",
        isTranslation: false,
        answer: 'open',
      },
    ]);
  });

  it('shows nothing that was not agreed to, and each language by itself (ux:K-19, ux:K-20)', async () => {
    const { id, eve } = await anInterview('published');
    const made = await world.catalog.quotes.create(system, show.id, id, quote);
    const texts = [
      ...made.texts.map(({ lang, text }) => ({ lang, text })),
      { lang: 'fr', text: 'Une date tenue vaut mieux qu’un logo.' },
    ];
    await world.catalog.quotes.update(system, show.id, made.id, { version: made.version, texts });
    const [asked] = await world.catalog.asking.ask(system, show.id, id);
    expect(asked).toMatchObject({ personId: eve.id, quotes: 1, clips: 0 });
    expect(await shown(id)).toMatchObject({ quotes: [] });
    const guest = await guestOf(id, eve.id);
    await world.catalog.review.answerQuote(guest, made.id, { texts: [{ lang: 'en', answer: 'approved' }] });
    expect((await shown(id)).quotes).toEqual([texts[0]!.text]);
    expect((await world.catalog.review.read(guest)).open).toBe(1);
    await world.catalog.review.answerQuote(guest, made.id, { texts: [{ lang: 'fr', answer: 'approved' }] });
    expect((await shown(id)).quotes).toHaveLength(2);
    expect(await world.db.getRepository(GuestLink).findOneByOrFail({ id: guest.linkId })).toMatchObject({
      state: 'approved',
    });
  });

  it('keeps back a touch-up that says something else until its producer accepts it', async () => {
    const { id, eve } = await anInterview('published');
    const made = await world.catalog.quotes.create(system, show.id, id, quote);
    await world.catalog.asking.ask(system, show.id, id);
    const guest = await guestOf(id, eve.id);
    const touch = (text: string) =>
      world.catalog.review.answerQuote(guest, made.id, { texts: [{ lang: 'en', answer: 'touched', text }] });
    await touch("You don't earn trust with logos, you earn it with a date you keep.");
    expect((await shown(id)).quotes).toEqual(["You don't earn trust with logos, you earn it with a date you keep."]);
    await touch('You earn trust with a logo, you earn it with a date you keep.');
    expect((await shown(id)).quotes).toEqual([]);
    await world.catalog.quotes.judge(system, show.id, made.id, 'en', true);
    expect((await shown(id)).quotes).toEqual(['You earn trust with a logo, you earn it with a date you keep.']);
  });

  it('asks about a wording that is newer than the answer, and takes nothing from what was agreed to (ux:K-20)', async () => {
    const { id, eve } = await anInterview('published');
    const { quotes, asking, review } = world.catalog;
    const made = await quotes.create(system, show.id, id, quote);
    await asking.ask(system, show.id, id);
    const guest = await guestOf(id, eve.id);
    await review.answerQuote(guest, made.id, { texts: [{ lang: 'en', answer: 'approved' }] });
    const english = made.texts.map(({ lang, text }) => ({ lang, text }));
    const french = { lang: 'fr', text: 'Une date tenue vaut mieux qu’un logo.' };
    const { version } = (await world.catalog.highlightsDesk.get(system, show.id, id)).quotes[0]!;
    await quotes.update(system, show.id, made.id, { version, texts: [...english, french] });
    // Not asked yet: it does not wait for the guest, whose yes stays where it can be taken back.
    const before = await review.read(guest);
    expect([before.open, before.quotes[0]!.texts.map(({ lang }) => lang)]).toEqual([0, ['en']]);
    expect((await shown(id)).quotes).toEqual([english[0]!.text]);
    expect(await asking.ask(system, show.id, id)).toMatchObject([{ personId: eve.id, quotes: 1 }]);
    expect(await asking.ask(system, show.id, id)).toEqual([]);
    expect(await review.read(guest)).toMatchObject({ open: 1, quotes: [{ texts: [{ lang: 'en' }, { lang: 'fr' }] }] });
    expect((await shown(id)).quotes).toEqual([english[0]!.text]);
    await review.answerQuote(guest, made.id, { texts: [{ lang: 'fr', answer: 'approved' }] });
    expect((await shown(id)).quotes).toEqual([english[0]!.text, french.text]);
  });

  it('asks again where a touch-up was not taken over (ux:K-19)', async () => {
    const { id, eve } = await anInterview('published');
    const { quotes, asking, review } = world.catalog;
    const made = await quotes.create(system, show.id, id, quote);
    await asking.ask(system, show.id, id);
    const guest = await guestOf(id, eve.id);
    const text = 'You earn trust with a logo, you earn it with a date you keep.';
    await review.answerQuote(guest, made.id, { texts: [{ lang: 'en', answer: 'touched', text }] });
    expect(await countOpen(world.db, { episodeId: id, personId: eve.id })).toEqual({ clips: 0, quotes: 0, spoken: 0 });
    await quotes.judge(system, show.id, made.id, 'en', false);
    const before = await review.read(guest);
    expect([before.open, before.quotes]).toEqual([0, []]);
    expect(await asking.ask(system, show.id, id)).toMatchObject([{ personId: eve.id, quotes: 1 }]);
    expect(await countOpen(world.db, { episodeId: id, personId: eve.id })).toEqual({ clips: 0, quotes: 1, spoken: 1 });
    await review.answerQuote(guest, made.id, { texts: [{ lang: 'en', answer: 'refused' }] });
  });

  it('takes no answer for words that were changed after they were read, nor uses them in silence', async () => {
    const { id, eve } = await anInterview('published');
    const { quotes, asking, review } = world.catalog;
    await asking.saveRules(system, show.id, { approval: 'ask', hours: 72, silence: 'asis' });
    const made = await quotes.create(system, show.id, id, quote);
    await asking.ask(system, show.id, id);
    const guest = await guestOf(id, eve.id);
    await world.db.getRepository(GuestLink).update({ id: guest.linkId }, { consents: { quotes: true } });
    const [read] = (await review.read(guest)).quotes;
    const text = 'You earn trust with every date you keep.';
    await quotes.update(system, show.id, made.id, { version: read!.version, texts: [{ lang: 'en', text }] });
    const yes = { texts: [{ lang: 'en', answer: 'approved' as const }] };
    await expect(review.answerQuote(guest, made.id, { ...yes, version: read!.version })).rejects.toMatchObject({
      status: 404,
    });
    world.clock.forward(73 * hour);
    await world.catalog.reviewDeadlines.settleDue();
    expect((await shown(id)).quotes).toEqual([]);
    await asking.ask(system, show.id, id);
    await expect(review.answerQuote(guest, made.id, { ...yes, version: read!.version })).rejects.toMatchObject({
      fields: [{ message: 'review.reworded' }],
    });
    const [now] = (await review.read(guest)).quotes;
    await review.answerQuote(guest, made.id, { ...yes, version: now!.version });
    expect((await shown(id)).quotes).toEqual([text]);
  });

  it('counts the time of a guest who is asked once more from the last asking', async () => {
    const { id, eve } = await anInterview('published');
    const { quotes, asking, review } = world.catalog;
    const first = await quotes.create(system, show.id, id, quote);
    await asking.ask(system, show.id, id);
    world.clock.forward(8 * 24 * hour);
    const second = await quotes.create(system, show.id, id, { startMs: 13_000, endMs: 20_000 });
    await asking.ask(system, show.id, id);
    const guest = await guestOf(id, eve.id);
    const link = await world.db.getRepository(GuestLink).findOneByOrFail({ id: guest.linkId });
    expect([link.state, link.stateAt]).toEqual(['proposed', world.clock.now()]);
    for (const { id: each } of [first, second]) {
      await review.answerQuote(guest, each, { texts: [{ lang: 'en', answer: 'refused' }] });
    }
  });

  it('says that a guest is answering from the first answer on (ux 2.2)', async () => {
    const { id, eve } = await anInterview('published');
    const { quotes, clips, asking, review } = world.catalog;
    const made = await quotes.create(system, show.id, id, quote);
    const heard = await clips.create(system, show.id, id, clip);
    await asking.ask(system, show.id, id);
    const guest = await guestOf(id, eve.id);
    const state = async () => (await world.db.getRepository(GuestLink).findOneByOrFail({ id: guest.linkId })).state;
    expect(await state()).toBe('proposed');
    await review.answerQuote(guest, made.id, { texts: [{ lang: 'en', answer: 'approved' }] });
    expect(await state()).toBe('reviewing');
    await review.answerClip(guest, heard.id, { answer: 'approved' });
    expect(await state()).toBe('approved');
  });

  it('needs everybody who is heard, but not who makes the show (ux:K-23)', async () => {
    const { id, eve, paul } = await anInterview('published');
    const jean = await aPerson(world.db, 'Jean Tremblay');
    const people = [appearing(eve.id), appearing(paul.id, 'host'), appearing(jean.id)];
    await world.catalog.edits.people(system, show.id, id, people, { version: 2 });
    const made = await world.catalog.clips.create(system, show.id, id, {
      ...clip,
      personIds: [eve.id, paul.id, jean.id],
    });
    await world.catalog.asking.ask(system, show.id, id);
    await world.catalog.publishing.update(system, show.id, id);
    await world.catalog.review.answerClip(await guestOf(id, eve.id), made.id, { answer: 'approved' });
    expect((await shown(id)).clips).toBe(0);
    await world.catalog.review.answerClip(await guestOf(id, jean.id), made.id, { answer: 'approved' });
    expect((await shown(id)).clips).toBe(1);
  });

  it('passes no guest over where nobody is named, and makes nothing of a refusal by naming nobody (ux:K-23)', async () => {
    const { id, eve, paul } = await anInterview('published');
    const jean = await aPerson(world.db, 'Jean Tremblay');
    const people = [appearing(eve.id), appearing(paul.id, 'host'), appearing(jean.id)];
    await world.catalog.edits.people(system, show.id, id, people, { version: 2 });
    const made = await world.catalog.clips.create(system, show.id, id, { ...clip, personIds: [] });
    expect([made.state, [...made.personIds].sort()]).toEqual(['picked', [eve.id, jean.id].sort()]);
    const own = await world.catalog.clips.create(system, show.id, id, { ...clip, personIds: [eve.id] });
    await world.catalog.asking.ask(system, show.id, id);
    await world.catalog.publishing.update(system, show.id, id);
    await world.catalog.review.answerClip(await guestOf(id, eve.id), own.id, { answer: 'refused' });
    const { version } = (await world.catalog.highlightsDesk.get(system, show.id, id)).clips.find(
      (each) => each.id === own.id,
    )!;
    const other = await world.catalog.clips.update(system, show.id, own.id, { version, personIds: [] });
    expect([other.state, other.personIds]).toEqual(['picked', expect.arrayContaining([eve.id, jean.id])]);
    expect((await shown(id)).clips).toBe(0);
    await world.db.getRepository(GuestLink).update({ episodeId: id }, { deadlineAt: null });
  });

  it('takes what was agreed to off page and feed at once, after the release with a code only (ux:K-04)', async () => {
    const { id, eve } = await anInterview('published');
    const made = await world.catalog.clips.create(system, show.id, id, clip);
    await world.catalog.asking.ask(system, show.id, id);
    const guest = await guestOf(id, eve.id);
    await world.catalog.review.answerClip(guest, made.id, { answer: 'approved' });
    const { clips, bites } = await shown(id);
    expect([clips, bites]).toEqual([
      1,
      [{ startMs: 5000, durationMs: 26_000, title: expect.stringMatching(/^You don't earn/) }],
    ]);
    expect(await world.catalog.highlightsQuery.isApproved(made.id)).toBe(true);
    const back = world.catalog.review.answerClip(guest, made.id, { answer: 'refused' });
    await expect(back).rejects.toMatchObject({ code: 'CODE_NEEDED' });
    await world.catalog.review.answerClip(guest, made.id, { answer: 'refused' }, true);
    expect(await shown(id)).toMatchObject({ clips: 0, bites: [] });
    expect(await world.catalog.highlightsQuery.isApproved(made.id)).toBe(false);
  });

  it('shows nothing of who takes back their consent', async () => {
    const { id, eve } = await anInterview('published');
    const made = await world.catalog.clips.create(system, show.id, id, clip);
    await world.catalog.asking.ask(system, show.id, id);
    const guest = await guestOf(id, eve.id);
    await world.catalog.review.answerClip(guest, made.id, { answer: 'approved' });
    await world.db.getRepository(GuestLink).update({ id: guest.linkId }, { consents: { clips: false } });
    expect((await shown(id)).clips).toBe(0);
    expect(await world.catalog.highlightsQuery.isApproved(made.id)).toBe(false);
  });

  it('shows no translation of a quote, and no captions that somebody wrote, where a guest wants none (ux:G-03)', async () => {
    const { id, eve } = await anInterview('published');
    const { quotes, clips, asking, review } = world.catalog;
    const said = await quotes.create(system, show.id, id, quote);
    const texts = [said.texts[0]!, { lang: 'fr', text: 'Une date tenue vaut mieux qu’un logo.' }];
    await quotes.update(system, show.id, said.id, { version: said.version, texts });
    const heard = await clips.create(system, show.id, id, clip);
    const cues = [{ startMs: 0, endMs: 2000, text: 'By hand' }];
    await clips.update(system, show.id, heard.id, { version: heard.version, captions: { fr: cues } });
    await asking.ask(system, show.id, id);
    const guest = await guestOf(id, eve.id);
    const answers = texts.map(({ lang }) => ({ lang, answer: 'approved' as const }));
    await review.answerQuote(guest, said.id, { texts: answers });
    await review.answerClip(guest, heard.id, { answer: 'approved' });
    const left = async (consents: Record<string, boolean>) => {
      await world.db.getRepository(GuestLink).update({ id: guest.linkId }, { consents });
      const captions = (await readClipCaptions(world.db, id, 'released')).get(heard.id)!;
      return [(await shown(id)).quotes.length, Object.keys(captions).sort()];
    };
    const mayServe = async () => {
      const { highlightsQuery: query } = world.catalog;
      const files = [said, heard].flatMap(({ id: item }) =>
        ['en', 'fr', undefined].map((words) => [item, words] as const),
      );
      return (await Promise.all(files.map(([item, words]) => query.isApproved(item, words)))).map(Number).join('');
    };
    expect([await left({}), await mayServe()]).toEqual([[2, ['en', 'fr']], '111111']);
    expect([await left({ translation: false }), await mayServe()]).toEqual([[1, ['en']], '101101']);
    expect([await left({ transcript: false }), await mayServe()]).toEqual([[2, []], '111001']);
  });

  it('leads with the strongest in a kit, and tells them as they are heard on a page (ux 2.1)', async () => {
    const { id, eve } = await anInterview('published');
    const { quotes, asking, review } = world.catalog;
    const at = (startMs: number) => quotes.create(system, show.id, id, { startMs, endMs: startMs + 4000 });
    const [weak, strong, byHand] = [await at(6000), await at(14_000), await at(24_000)];
    await world.db.getRepository(Quote).update({ id: weak.id }, { score: 40 });
    await world.db.getRepository(Quote).update({ id: strong.id }, { score: 80 });
    await asking.ask(system, show.id, id);
    for (const each of [weak, strong, byHand]) {
      await review.answerQuote(await guestOf(id, eve.id), each.id, { texts: [{ lang: 'en', answer: 'approved' }] });
    }
    const kit = await world.catalog.highlightsQuery.ofEpisode(id, 'released');
    expect(kit.quotes.map((each) => each.id)).toEqual([byHand.id, strong.id, weak.id]);
    const page = (await world.catalog.episodeQuery.byId(id))!;
    expect(page.quotes.map((each) => each.id)).toEqual([weak.id, strong.id, byHand.id]);
  });

  it('is used for no more than the guest allows, whatever the producer wants', async () => {
    const { id, eve } = await anInterview('published');
    const made = await world.catalog.clips.create(system, show.id, id, clip);
    await world.catalog.asking.ask(system, show.id, id);
    const guest = await guestOf(id, eve.id);
    await world.catalog.review.answerClip(guest, made.id, { answer: 'approved', scope: { feed: false } });
    expect(await shown(id)).toMatchObject({ clips: 1, bites: [] });
    const less = { answer: 'approved' as const, scope: { page: false } };
    const back = world.catalog.review.answerClip(guest, made.id, less);
    await expect(back).rejects.toMatchObject({ code: 'CODE_NEEDED' });
    await world.catalog.review.answerClip(guest, made.id, less, true);
    expect((await shown(id)).clips).toBe(0);
  });

  it('asks nobody where a show does not (ux:K-22)', async () => {
    const { id } = await anInterview('published');
    await world.catalog.asking.saveRules(system, show.id, { approval: 'none', hours: 72, silence: 'unused' });
    await world.catalog.quotes.create(system, show.id, id, quote);
    await world.catalog.clips.create(system, show.id, id, clip);
    expect(await world.catalog.asking.ask(system, show.id, id)).toEqual([]);
    expect(await shown(id)).toMatchObject({ clips: 1, quotes: [expect.stringMatching(/trust/)] });
    await world.catalog.asking.saveRules(system, show.id, { approval: 'ask', hours: 72, silence: 'unused' });
  });

  it('reminds once, then does what the rule says: nothing is used, unless the guest agreed to that before (ux:K-21)', async () => {
    for (const consents of [{}, { quotes: true, clips: true }]) {
      const { id, eve } = await anInterview('published');
      await world.catalog.asking.saveRules(system, show.id, { approval: 'ask', hours: 72, silence: 'asis' });
      await world.catalog.quotes.create(system, show.id, id, quote);
      await world.catalog.asking.ask(system, show.id, id);
      const { linkId } = await guestOf(id, eve.id);
      await world.db.getRepository(GuestLink).update({ id: linkId }, { consents });
      expect(await world.catalog.reviewDeadlines.settleDue()).toEqual({ reminded: 0, lapsed: 0 });
      world.clock.forward(49 * hour);
      expect(await world.catalog.reviewDeadlines.settleDue()).toEqual({ reminded: 1, lapsed: 0 });
      expect(await world.catalog.reviewDeadlines.settleDue()).toEqual({ reminded: 0, lapsed: 0 });
      world.clock.forward(24 * hour);
      expect(await world.catalog.reviewDeadlines.settleDue()).toEqual({ reminded: 0, lapsed: 1 });
      expect(await world.catalog.reviewDeadlines.settleDue()).toEqual({ reminded: 0, lapsed: 0 });
      expect((await shown(id)).quotes).toHaveLength('quotes' in consents ? 1 : 0);
      expect(await world.db.getRepository(GuestLink).findOneByOrFail({ id: linkId })).toMatchObject({
        state: 'silent',
      });
    }
  });

  it('moves with the cuts of the sound, and is not shown where the cut is in it until somebody has listened', async () => {
    const clipOf = (startMs: number, endMs: number) => ({
      ...{ source: 'recording' as const, startMs, endMs, fadeInMs: 0, fadeOutMs: 0 },
    });
    const { id, eve } = await anInterview('published');
    const made = await world.catalog.clips.create(system, show.id, id, clip);
    await world.catalog.asking.ask(system, show.id, id);
    await world.catalog.review.answerClip(await guestOf(id, eve.id), made.id, { answer: 'approved' });
    const { recordingId } = await world.db.getRepository(Episode).findOneByOrFail({ id });
    const revise = async (number: number, ...clips: ReturnType<typeof clipOf>[]) => {
      const given = { recordingId: recordingId!, number, timeline: { clips } };
      const { revisionId } = await aRevision(world.db, show.id, given);
      await world.catalog.episodeMedia.attachRevision(recordingId!, revisionId);
      await world.catalog.publishing.update(system, show.id, id);
      return (await world.catalog.episodeQuery.byId(id))!.clips.map(({ startMs, endMs }) => [startMs, endMs]);
    };
    expect(await revise(2, clipOf(3000, 61_000))).toEqual([[2000, 28_000]]);
    expect(await revise(3, clipOf(3000, 15_000), clipOf(25_000, 61_000))).toEqual([]);
    const desk = await world.catalog.highlightsDesk.get(system, show.id, id);
    expect(desk.clips).toMatchObject([{ isStale: true, state: 'approved' }]);
    for (const answer of ['approved', 'refused'] as const) {
      await expect(
        world.catalog.review.answerClip(await guestOf(id, eve.id), made.id, { answer }, true),
      ).rejects.toMatchObject({ fields: [{ message: 'review.stale' }] });
    }
    await world.catalog.clips.confirm(system, show.id, made.id);
    expect((await world.catalog.episodeQuery.byId(id))!.clips).toMatchObject([{ startMs: 2000, endMs: 18_000 }]);
  });
});
