import { Mailing } from '#libs/audience';
import { Episode as EpisodeRow, EpisodeCopy } from '#libs/catalog';
import { aSeries, followersBench } from './followers.fixture.js';

describe('a reminder by mail', () => {
  const bench = followersBench();
  const { ask, post, work, pathIn, follow, publish, draft, people } = bench;

  it('reminds of part 2 once and deletes the address, also where it follows in another way', async () => {
    const seriesId = await aSeries(bench.world, bench.show.id);
    const first = await draft();
    await bench.world.db.manager.update(EpisodeCopy, { episodeId: first.id }, { seriesId, part: 1 });
    await publish(first);
    await follow({ target: 'series', id: seriesId, part: '2' });
    await follow({ email: 'bob@example.org' });
    await follow({ email: 'bob@example.org', target: 'series', id: seriesId, part: '2' });
    expect((await ask({ target: 'series', id: seriesId, part: '1' })).status).toBe(404);
    bench.sent = [];
    const second = await draft({ title: 'La suite' });
    await bench.world.db.manager.update(EpisodeCopy, { episodeId: second.id }, { seriesId, part: 2 });
    await publish(second);
    expect(bench.sent.map(({ to, subject }) => [to, subject]).sort()).toEqual([
      ['ada@example.org', 'La partie 2 est parue\u00a0: La suite'],
      ['bob@example.org', 'La suite'],
    ]);
    expect(await people()).toMatchObject([{ email: 'bob@example.org', target: 'show' }]);
    expect(await bench.world.db.manager.findOneBy(Mailing, { episodeId: second.id })).toMatchObject({
      state: 'done',
      total: 2,
      sent: 2,
    });
  });

  it('reminds of an announced release, says nothing of others, and gives it to calendars', async () => {
    const episode = await draft({ title: 'Bientôt; très, bientôt' });
    const wish = { target: 'episode', id: episode.id };
    const plan = { state: 'scheduled', scheduledAt: new Date('2026-05-14T11:00:00Z'), isAnnounced: false } as const;
    await bench.world.db.manager.update(EpisodeRow, { id: episode.id }, plan);
    expect((await ask(wish)).status).toBe(404);
    const calendar = `/m/${episode.id}/release.ics`;
    expect((await bench.world.get(calendar)).status).toBe(404);
    await bench.world.db.manager.update(EpisodeRow, { id: episode.id }, { isAnnounced: true });
    const file = await bench.world.get(calendar);
    expect([file.status, file.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8; method=PUBLISH']);
    expect(file.body).toContain('DTSTART:20260514T110000Z');
    const lines = file.body.replaceAll('\r\n\t', '').replaceAll('\u00a0', ' ');
    expect(lines).toContain('SUMMARY:Des dates plutôt que des logos : Bientôt\\; très\\, bientôt');
    await follow(wish);
    // Out between the mail and the click.
    bench.sent = [];
    await ask({ ...wish, email: 'late@example.org' });
    await work();
    await bench.world.db.manager.update(EpisodeRow, { id: episode.id }, { state: 'draft', scheduledAt: null });
    await publish(episode);
    expect(bench.sent.map(({ to }) => to)).toEqual(['late@example.org', 'ada@example.org']);
    const late = await post(pathIn(bench.sent[0], 'confirm'));
    expect([late.status, await late.text()]).toEqual([200, expect.stringContaining('C’est déjà paru')]);
    expect(await people()).toEqual([]);
  });
});
