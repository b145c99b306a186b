import { ModulesContainer } from '@nestjs/core';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { User } from '#libs/accounts';
import { Follower } from '#libs/audience';
import { SeriesService, SubscribersService } from '#libs/catalog';
import { newId, system, systemClock } from '#libs/kernel';
import { Upload } from '#libs/media';
import { Import } from '#libs/transfer';
import { type TestApi, openTestApi, signInOwner } from '../../../../test/api.js';
import { aPerson, aShow, anEpisode, anEvent } from '../../../../test/factories/catalog.js';
import { ACCESS, type Access } from './access.decorator.js';

const episode = '/shows/:showId/episodes/:episodeId';
const event = '/shows/:showId/events/:eventId';
const form = {
  texts: { version: 1, texts: [{ lang: 'en', title: 'Taken over' }] },
  event: { name: 'Taken over', startsOn: '2026-05-12', endsOn: '2026-05-12', timeZone: 'America/Montreal' },
  schedule: { local: '2030-05-12T07:00', zone: 'America/Montreal' },
  link: { token: 'x'.repeat(43) },
  sound: {
    ...{ preset: 'voice', targetLufs: -14, meter: 'heard', monoAsStereo: false, strength: 1 },
    ...{ outputs: { opus: true, m4a: false, video: false, hls: false }, introId: null, outroId: null },
  },
};

/**
 * Every route under /api/v1 with who may call it and, where an object is named, a form that would be taken. A new
 * route fails the first test until it stands here; with it, it is held to the tests below (abuse:A25, abuse:A27).
 */
const table: [string, string, string, unknown?][] = [
  ['GET', '/instance', 'public'],
  ['GET', '/openapi.json', 'public'],
  ['GET', '/docs', 'login'],
  ['GET', '/docs/files/:file', 'login'],
  ['POST', '/setup', 'public'],
  ['POST', '/login', 'public'],
  ['DELETE', '/login', 'public'],
  ['POST', '/password-reset', 'public'],
  ['POST', '/password-reset/confirm', 'public'],
  ['POST', '/email-change/confirm', 'public'],
  ['POST', '/invitations/open', 'public'],
  ['POST', '/invitations/accept', 'public'],
  ['GET', '/me', 'read'],
  ['PATCH', '/me', 'login'],
  ['POST', '/me/password', 'login'],
  ['POST', '/me/email', 'login'],
  ['GET', '/me/logins', 'login'],
  ['DELETE', '/me/logins/:loginId', 'login'],
  ['GET', '/tokens', 'login'],
  ['POST', '/tokens', 'login'],
  ['DELETE', '/tokens/:tokenId', 'login'],
  ['GET', '/mails', 'admin'],
  ['GET', '/shows/:showId/feeds', 'read'],
  ['POST', '/shows/:showId/feeds/:feedId/check', 'write'],
  ['GET', '/shows/:showId/feeds/:feedId/health', 'read'],
  ['POST', '/shows/:showId/feeds/:feedId/pushes', 'publish'],
  ['GET', '/shows/:showId/feeds/:feedId/versions', 'read'],
  ['GET', '/shows/:showId/feeds/:feedId/versions/:versionId', 'read'],
  ['GET', '/shows/:showId/feeds/:feedId/versions/:versionId/feed.xml', 'read'],
  ['POST', '/shows/:showId/feeds/:feedId/versions/:versionId/restore', 'publish', { acceptMissing: true }],
  ['PUT', '/shows/:showId/feed-silences/:adviceId', 'write'],
  ['DELETE', '/shows/:showId/feed-silences/:adviceId', 'write'],
  ['GET', `${episode}/feed-preview`, 'read'],
  ['GET', '/shows/:showId/members', 'read'],
  ['POST', '/shows/:showId/members', 'admin', { email: 'eve@estrade.test', role: 'owner' }],
  ['PATCH', '/shows/:showId/members/:userId', 'admin', { role: 'owner' }],
  ['DELETE', '/shows/:showId/members/:userId', 'admin'],
  ['DELETE', '/shows/:showId/invitations/:invitationId', 'admin'],
  ['GET', '/categories', 'read'],
  ['GET', '/feed-tags', 'read'],
  ['GET', '/shows', 'read'],
  ['POST', '/shows', 'admin'],
  ['GET', '/shows/:showId', 'read'],
  ['PATCH', '/shows/:showId', 'write', { version: 1, author: 'Taken over' }],
  ['DELETE', '/shows/:showId', 'admin'],
  ['POST', '/shows/:showId/restore', 'admin'],
  ['PUT', '/shows/:showId/cover', 'write'],
  ['DELETE', '/shows/:showId/cover', 'write'],
  ['GET', '/shows/:showId/episodes', 'read'],
  ['POST', '/shows/:showId/episodes', 'write', { title: 'Taken over' }],
  ['GET', episode, 'read'],
  ['DELETE', episode, 'write'],
  ['POST', `${episode}/restore`, 'write'],
  ['GET', `${episode}/changes`, 'read'],
  ['PATCH', `${episode}/basics`, 'write', { version: 1, number: 666 }],
  ['PUT', `${episode}/texts`, 'write', form.texts],
  ['PUT', `${episode}/chapters`, 'write', { version: 1, chapters: [] }],
  ['POST', `${episode}/chapters/import`, 'read', { text: '0:00 Taken over' }],
  ['GET', `${episode}/chapters/checks`, 'read'],
  ['GET', `${episode}/chapters/file`, 'read'],
  ['GET', `${episode}/transcripts`, 'read'],
  ['GET', `${episode}/transcripts/:lang`, 'read'],
  ['PUT', `${episode}/transcripts/:lang`, 'write', { version: 1, text: 'Taken over' }],
  ['PUT', `${episode}/transcripts/:lang/file`, 'write'],
  ['GET', `${episode}/transcripts/:lang/file`, 'read'],
  ['PATCH', `${episode}/transcripts/:lang/speakers`, 'write', { version: 1, speakers: {} }],
  ['POST', `${episode}/transcripts/:lang/undo`, 'write', { version: 1 }],
  ['DELETE', `${episode}/transcripts/:lang`, 'write'],
  ['PUT', `${episode}/people`, 'write', { version: 1, people: [] }],
  ['PUT', `${episode}/cover`, 'write'],
  ['DELETE', `${episode}/cover`, 'write'],
  ['POST', `${episode}/publish`, 'publish', {}],
  ['POST', `${episode}/schedule`, 'publish', form.schedule],
  ['POST', `${episode}/unschedule`, 'publish', {}],
  ['POST', `${episode}/update`, 'publish', {}],
  ['POST', `${episode}/announce`, 'publish', { isAnnounced: true }],
  ['POST', `${episode}/files`, 'write'],
  ['PUT', `${episode}/files`, 'write', { version: 1, files: [] }],
  ['GET', `${episode}/files/:fileId`, 'read'],
  ['POST', `${episode}/unpublish`, 'publish', {}],
  ['GET', `${episode}/recording`, 'read'],
  ['POST', `${episode}/recording/retry`, 'write', {}],
  ['POST', `${episode}/recording/cancel`, 'write', {}],
  ['GET', `${episode}/recording/audio`, 'read'],
  ['GET', '/shows/:showId/feed-settings', 'read'],
  ['PUT', '/shows/:showId/feed-settings', 'write', { version: 1 }],
  ['GET', '/site', 'read'],
  ['PUT', '/site', 'admin'],
  ['GET', '/shows/:showId/page', 'read'],
  ['PUT', '/shows/:showId/page', 'write', { version: 1, contact: 'Taken over' }],
  ['POST', '/shows/:showId/page/host', 'write', { withoutCheck: true }],
  ['DELETE', '/shows/:showId/page/host', 'write'],
  ['GET', '/shows/:showId/sound', 'read'],
  ['PUT', '/shows/:showId/sound', 'write', { version: 1, ...form.sound }],
  ['POST', '/shows/:showId/sound/renders', 'write', {}],
  ['DELETE', '/shows/:showId/sound/renders', 'write'],
  ['POST', '/shows/:showId/pieces', 'write', { uploadId: newId(), name: 'Taken over' }],
  ['PATCH', '/shows/:showId/pieces/:pieceId', 'write', { name: 'Taken over' }],
  ['DELETE', '/shows/:showId/pieces/:pieceId', 'write'],
  ['GET', '/shows/:showId/pieces/:pieceId/audio', 'read'],
  ['PUT', `${episode}/feed`, 'write', { version: 1 }],
  ['GET', `${episode}/sound`, 'read'],
  ['PUT', `${episode}/sound`, 'write', { version: 1, own: {}, only: null, leave: [], cuts: [] }],
  ['POST', `${episode}/sound/renders`, 'write', {}],
  ['POST', `${episode}/sound/original`, 'write', {}],
  ['POST', `${episode}/sound/rollback`, 'write', { revisionId: newId() }],
  ['POST', `${episode}/sound/tags`, 'write', {}],
  ['PATCH', `${episode}/sound/tracks/:trackId`, 'write', { delayMs: 5 }],
  ['DELETE', `${episode}/sound/tracks/:trackId`, 'write'],
  ['GET', `${episode}/sound/peaks`, 'read'],
  ['POST', `${episode}/sound/previews`, 'write', { atMs: 0 }],
  ['GET', `${episode}/sound/previews/:previewId`, 'read'],
  ['GET', `${episode}/sound/previews/:previewId/audio`, 'read'],
  ['POST', '/shows/:showId/exports', 'admin', { baseUrl: 'https://taken-over.example' }],
  ['GET', '/shows/:showId/exports', 'admin'],
  ['GET', '/shows/:showId/exports/:exportId', 'admin'],
  ['GET', '/shows/:showId/exports/:exportId/archive', 'admin'],
  ['DELETE', '/shows/:showId/exports/:exportId', 'admin'],
  ['GET', '/shows/:showId/move', 'admin'],
  ['POST', '/shows/:showId/move', 'admin', { to: 'https://taken-over.example/feed.xml', anyway: true }],
  ['DELETE', '/shows/:showId/move', 'admin'],
  ['POST', '/imports', 'admin', { url: 'https://taken-over.example/feed.xml' }],
  ['GET', '/imports', 'read'],
  ['GET', '/imports/:importId', 'read'],
  ['GET', '/imports/:importId/items', 'read'],
  ['POST', '/imports/:importId/start', 'admin', { ownerConfirms: true }],
  ['POST', '/imports/:importId/cancel', 'admin', {}],
  ['POST', '/imports/:importId/retry', 'admin', {}],
  ['POST', '/imports/:importId/move-check', 'admin', {}],
  ['GET', '/shows/:showId/events', 'read'],
  ['POST', '/shows/:showId/events', 'write', form.event],
  ['GET', event, 'read'],
  ['PATCH', event, 'write', { version: 1, place: 'Taken over' }],
  ['DELETE', event, 'write'],
  ['GET', `${episode}/highlights`, 'read'],
  ['GET', `${episode}/sentences`, 'read'],
  ['POST', `${episode}/highlights/propose`, 'write', {}],
  ['POST', `${episode}/highlights/ask`, 'write', {}],
  ['GET', '/shows/:showId/review-rules', 'read'],
  ['PUT', '/shows/:showId/review-rules', 'write', { approval: 'none', hours: 72, silence: 'unused' }],
  ['POST', `${episode}/clips`, 'write', { startMs: 0, endMs: 20_000 }],
  ['GET', `${episode}/kits`, 'read'],
  ['POST', `${episode}/kits`, 'write', { personId: '01900000-0000-7000-8000-000000000000' }],
  ['PATCH', `${episode}/kits/:linkId`, 'write', { kitMail: 'never' }],
  ['POST', `${episode}/kits/:linkId/mail`, 'write'],
  ['DELETE', `${episode}/kits/:linkId/mail`, 'write'],
  ['POST', `${episode}/kits/:linkId/address`, 'write'],
  ['GET', `${episode}/kits/:linkId/texts`, 'read'],
  ['PUT', `${episode}/kits/:linkId/texts`, 'write', { lang: 'fr', tone: 'sober', length: 'short', text: 'x' }],
  ['GET', `${episode}/guests`, 'read'],
  ['POST', `${episode}/guests/:linkId/reminder`, 'write'],
  ['DELETE', `${episode}/guests/:linkId/address`, 'write'],
  ['DELETE', `${episode}/guests/:linkId/team`, 'write'],
  ['POST', `${episode}/guests/corrections/:correctionId`, 'publish', { isAccepted: true }],
  ['PATCH', `${episode}/clips/:clipId`, 'write', { version: 1, uses: { page: false } }],
  ['POST', `${episode}/clips/:clipId/steps`, 'write', { step: 'drop' }],
  ['GET', `${episode}/clip-files/:fileId`, 'read'],
  ['POST', `${episode}/clip-files/:fileId/again`, 'write', {}],
  ['POST', `${episode}/quotes`, 'write', { startMs: 0, endMs: 5000, text: 'Taken over' }],
  ['PATCH', `${episode}/quotes/:quoteId`, 'write', { version: 1, uses: { page: false } }],
  ['POST', `${episode}/quotes/:quoteId/steps`, 'write', { step: 'drop' }],
  ['POST', `${episode}/quotes/:quoteId/judge`, 'write', { lang: 'fr', isAccepted: true }],
  ['GET', '/shows/:showId/series', 'read'],
  ['POST', '/shows/:showId/series', 'write', { name: 'Taken over' }],
  ['GET', '/shows/:showId/series/:seriesId', 'read'],
  ['PATCH', '/shows/:showId/series/:seriesId', 'write', { version: 1, parts: 6 }],
  ['DELETE', '/shows/:showId/series/:seriesId', 'write'],
  ['GET', '/shows/:showId/tags', 'read'],
  ['GET', '/shows/:showId/subscribers', 'read'],
  ['POST', '/shows/:showId/subscribers', 'write', { name: 'Eve' }],
  ['PATCH', '/shows/:showId/subscribers/:subscriberId', 'write', { name: 'Eve' }],
  ['POST', '/shows/:showId/subscribers/:subscriberId/address', 'write', {}],
  ['DELETE', '/shows/:showId/subscribers/:subscriberId', 'write'],
  ['GET', '/shows/:showId/followers', 'write'],
  ['GET', '/shows/:showId/followers.csv', 'write'],
  ['DELETE', '/shows/:showId/followers/:followerId', 'write'],
  ['GET', '/shows/:showId/mailings', 'read'],
  ['GET', '/bin', 'read'],
  ['GET', '/persons', 'read'],
  ['POST', '/persons', 'write'],
  ['GET', '/persons/:personId', 'read'],
  ['PATCH', '/persons/:personId', 'write'],
  ['PUT', '/persons/:personId/photo', 'write'],
  ['DELETE', '/persons/:personId/photo', 'write'],
  ['POST', '/persons/:personId/address', 'write'],
  ['GET', '/people', 'read'],
  ['GET', '/people/:personId', 'read'],
  ['GET', '/persons/:personId/merge-preview', 'write'],
  ['POST', '/persons/:personId/merges', 'write'],
  ['DELETE', '/persons/:personId/merges/:mergeId', 'write'],
  ['GET', '/persons/:personId/erasure', 'admin'],
  ['POST', '/persons/:personId/erasure', 'admin', { name: 'Eve' }],
  ['PUT', '/persons/:personId/different/:otherId', 'write'],
  ['DELETE', '/persons/:personId/different/:otherId', 'write'],
  ['POST', '/notes/preview', 'read'],
  ['POST', '/uploads', 'write'],
  ['HEAD', '/uploads/:id', 'write'],
  ['PATCH', '/uploads/:id', 'write'],
  ['DELETE', '/uploads/:id', 'write'],
  ['POST', '/uploads/:id/digest', 'write', { sha256: 'a'.repeat(64) }],
  ['GET', '/progress', 'read'],
  ['GET', '/jobs', 'read'],
  ['POST', '/jobs/:recordingId/retry', 'write', {}],
  ['POST', '/jobs/:recordingId/cancel', 'write', {}],
];

/** What the app really has, read from its controllers. */
function listRoutes({ api }: TestApi): string[] {
  const modules = [...api.app.get(ModulesContainer).values()];
  return modules
    .flatMap((module) => [...module.controllers.values()])
    .flatMap(({ metatype }) => {
      const { prototype } = metatype as { prototype: Record<string, object> };
      const handlers = Object.getOwnPropertyNames(prototype).filter((name) =>
        Reflect.hasMetadata(METHOD_METADATA, prototype[name]!),
      );
      return handlers.map((name) => {
        const [base, own] = [metatype!, prototype[name]!].map((place) =>
          String(Reflect.getMetadata(PATH_METADATA, place)),
        );
        const access = (Reflect.getMetadata(ACCESS, prototype[name]!) ?? Reflect.getMetadata(ACCESS, metatype!)) as
          Access | undefined;
        const path = `/${base}/${own}`.replace(/\/+/g, '/').replace(/\/$/, '').replace('/api/v1', '');
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, prototype[name]!) as number];
        return `${method} ${path} ${access?.kind === 'scope' ? access.scope : access?.kind}`;
      });
    });
}

describe('every route', () => {
  let t: TestApi;
  let bob: string;
  let theirs: Record<string, string>;
  let ours: Record<string, string>;
  const objectRoutes = table.filter(([, path]) => /:(showId|importId|id)/.test(path));

  const fill = (path: string, ids: Record<string, string>) =>
    `/api/v1${path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? newId())}`;
  /** `path` with its objects filled in, and what the route wants besides: a picture, tus headers. */
  const ask = (method: string, path: string, body: unknown, as?: string) => {
    const isPicture = method === 'PUT' && /\/(cover|photo)$/.test(path);
    const isFile = method === 'PUT' && /\/transcripts\/[^/]+\/file$/.test(path);
    const isStream = method === 'POST' && path.endsWith('/files');
    const isChunk = method === 'PATCH' && path.includes('/uploads/');
    const headers = {
      ...(path.includes('/uploads') && { 'tus-resumable': '1.0.0', 'upload-offset': '0' }),
      ...(isPicture && { 'content-type': 'image/png' }),
      ...(isFile && { 'content-type': 'text/vtt' }),
      ...(isStream && { 'content-type': 'application/vnd.estrade.file' }),
      ...(isChunk && { 'content-type': 'application/offset+octet-stream' }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const isOfVersion = /episodes\/[^/]+\/(cover|transcripts\/[^/]+(\/file)?)$/.test(path);
    const isOfLang = method === 'GET' && path.endsWith('/texts');
    const url = isOfVersion ? `${path}?version=1` : isOfLang ? `${path}?lang=fr` : path;
    return t.ask(method, isStream ? `${path}?version=1&name=a.pdf` : url, {
      ...(as && { as }),
      body: isPicture || isFile || isStream || isChunk ? Buffer.alloc(10) : body,
      headers,
    });
  };

  beforeAll(async () => {
    t = await openTestApi();
    await signInOwner(t);
    const { id: ada } = await t.dataSource.getRepository(User).findOneByOrFail({});
    const user = { id: newId(), email: 'bob@estrade.test', name: 'Bob', passwordHash: '-' };
    await t.dataSource.getRepository(User).insert(user);
    const makeShow = async (owner: string) => {
      const show = await aShow(t.dataSource);
      await t.accounts.memberships.grant(t.dataSource.manager, owner, show.id, 'owner');
      const { id: episodeId } = await anEpisode(t.dataSource, show, { state: 'draft' });
      const { id: eventId } = await anEvent(t.dataSource, show);
      const { id: seriesId } = await new SeriesService(t.dataSource, systemClock).create(system, show.id, {
        name: 'Ours',
      });
      const made = await new SubscribersService(t.dataSource, systemClock).create(system, show.id, 'Ours');
      const subscriberId = made.subscriber.id;
      const follower = { id: newId(), target: 'show' as const, targetId: show.id, showId: show.id, isOnce: false };
      const agreed = {
        state: 'confirmed' as const,
        wording: '2026-11-22',
        askedAt: new Date(),
        confirmedAt: new Date(),
      };
      const reader = { email: 'eve@example.org', locale: 'en-CA', secretHash: newId() };
      await t.dataSource.getRepository(Follower).insert({ ...follower, ...agreed, ...reader });
      const upload = {
        id: newId(),
        scope: show.id,
        state: 'receiving' as const,
        fileName: 'a.wav',
        totalBytes: 5,
        key: newId(),
        expiresAt: new Date('2030-01-01'),
      };
      await t.dataSource.getRepository(Upload).insert(upload as never);
      const importId = newId();
      const feed = { sourceUrl: 'https://example.org/feed.xml', state: 'failed' as const, step: 'look' as const };
      await t.dataSource.getRepository(Import).insert({ id: importId, showId: show.id, userId: owner, ...feed });
      const linkId = newId();
      const { id: personId } = await aPerson(t.dataSource);
      await t.dataSource.query(
        `insert into guest_links (id, episode_id, person_id, secret_hash, via, state_at, email, locale, time_zone)
         values ($1, $2, $3, $4, $5, now(), 'guest@example.org', 'fr-CA', 'UTC')`,
        [linkId, episodeId, personId, newId(), linkId],
      );
      const [clipId, quoteId] = [newId(), newId()];
      await t.dataSource.query(
        `insert into clips (id, episode_id, start_ms, end_ms, language) values ($1, $2, 0, 20000, 'fr')`,
        [clipId, episodeId],
      );
      await t.dataSource.query(
        `insert into quotes (id, episode_id, person_id, start_ms, end_ms, language, original)
         values ($1, $2, $3, 0, 5000, 'fr', 'x')`,
        [quoteId, episodeId, personId],
      );
      return {
        ...{ linkId, clipId, quoteId },
        ...{ importId, showId: show.id, episodeId, eventId, seriesId, subscriberId, followerId: follower.id },
        ...{ userId: owner, id: upload.id },
      };
    };
    theirs = await makeShow(ada);
    ours = await makeShow(user.id);
    await aPerson(t.dataSource);
    const login = await t.accounts.logins.open(user.id, '');
    bob = `estrade_login=${login.issued!.secret}`;
  });
  afterAll(() => t.close());

  it('stands in the table with the access that it declares', () => {
    expect(listRoutes(t).sort()).toEqual(table.map(([method, path, access]) => `${method} ${path} ${access}`).sort());
  });

  it('that is not public asks a visitor to sign in', async () => {
    for (const [method, path, access, body] of table.filter(([, , access]) => access !== 'public')) {
      const answer = await ask(method, fill(path, theirs), body);
      expect([method, path, access, answer.status]).toEqual([method, path, access, 401]);
    }
  });

  it('that names an object answers a member of another show as if there were none, and changes nothing (abuse:A25)', async () => {
    const state = async () =>
      JSON.stringify(
        await Promise.all(
          [
            'shows',
            'show_texts',
            'episodes',
            'episode_copies',
            'episode_texts',
            'transcripts',
            'events',
            'event_texts',
            'uploads',
            'revisions',
            'pieces',
            'series',
            'series_texts',
            'subscribers',
            'followers',
            'guest_links',
            'guest_link_events',
            'clips',
            'quotes',
            'mailings',
            'previews',
            'memberships',
            'one_time_links',
            'show_exports',
            'imports',
            'outbox',
          ].map((name) => t.dataSource.query(`select * from ${name} order by 1, 2`)),
        ),
      );
    const before = await state();
    for (const [method, path, , body] of objectRoutes) {
      const answer = await ask(method, fill(path, theirs), body, bob);
      expect([method, path, answer.status]).toEqual([method, path, 404]);
      const nested = /:(episodeId|eventId|userId|invitationId|pieceId|seriesId|subscriberId|followerId)/.test(path);
      if (!nested) continue;
      const mixed = await ask(method, fill(path, { ...theirs, showId: ours['showId']! }), body, bob);
      expect(['mixed', method, path, mixed.status]).toEqual(['mixed', method, path, 404]);
      if (!/:(linkId|clipId|quoteId)/.test(path)) continue;
      const own = { showId: ours['showId']!, episodeId: ours['episodeId']! };
      const inner = await ask(method, fill(path, { ...theirs, ...own }), body, bob);
      expect(['inner', method, path, inner.status]).toEqual(['inner', method, path, 404]);
    }
    await t.settle();
    expect(await state()).toBe(before);
    expect(t.mails).toEqual([]);
  });

  it('with a scope refuses a token without it (abuse:A27)', async () => {
    const { issued } = await t.accounts.logins.open(ours['userId']!, '');
    const identity = (await t.accounts.identities.fromCookie(issued!.secret))!;
    for (const [method, path, scope, body] of table.filter(([, , access]) =>
      ['read', 'write', 'publish', 'admin'].includes(access),
    )) {
      const others = (['read', 'write', 'publish', 'admin'] as const).filter((name) => name !== scope);
      const { secret } = await t.accounts.tokens.create(identity.actor, { name: 'Robot', scopes: others });
      const answer = await ask(method, fill(path, ours), body, secret);
      expect([method, path, answer.status]).toEqual([method, path, 403]);
    }
  });

  it('for one show stays closed to a token for another', async () => {
    const { issued } = await t.accounts.logins.open(theirs['userId']!, '');
    const { actor } = (await t.accounts.identities.fromCookie(issued!.secret))!;
    const scopes = ['read', 'write', 'publish', 'admin'] as const;
    const { secret } = await t.accounts.tokens.create(actor, {
      name: 'Robot',
      scopes: [...scopes],
      showId: ours['showId']!,
    });
    for (const [method, path, , body] of objectRoutes) {
      expect([method, path, (await ask(method, fill(path, theirs), body, secret)).status]).toEqual([method, path, 404]);
    }
    expect((await t.ask('GET', '/api/v1/mails', { as: secret })).status).toBe(404);
    const shows = (await t.ask('GET', '/api/v1/shows', { as: secret })).json<{ items: { id: string }[] }>();
    expect(shows.items.map(({ id }) => id)).toEqual([ours['showId']]);
  });

  it('takes a form of wrong types, huge numbers and NUL without a fault of ours (abuse:A47)', async () => {
    const odd = [
      [],
      null,
      'text',
      9e99,
      { '': 1 },
      { version: 1e300, title: '\u0000', name: ['x'], token: 5, email: '\u0000@x' },
    ];
    for (const [method, path] of table.filter(([method]) => !['GET', 'HEAD'].includes(method))) {
      if (path === '/login' && method === 'DELETE') continue;
      for (const body of odd) {
        const answer = await t.ask(method, fill(path, { ...ours, episodeId: newId(), eventId: newId(), id: newId() }), {
          as: bob,
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        });
        expect([method, path, body, answer.status >= 500]).toEqual([method, path, body, false]);
        if (answer.status >= 400)
          expect([method, path, answer.headers['content-type']]).toEqual([
            method,
            path,
            expect.stringMatching(/^application\/problem\+json/),
          ]);
        expect(answer.text).not.toMatch(/node_modules|\bat .*\.js/);
      }
    }
  });
});
