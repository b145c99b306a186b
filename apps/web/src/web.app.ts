import { FrameworkLog } from '#libs/config';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { EpisodeQuery, GuestLinks, GuestSecrets, readHeard } from '#libs/catalog';
import { type Listener, listen } from '#libs/database';
import { feedsChannel, StoredFeedQuery } from '#libs/feeds';
import { newGuid } from '#libs/kernel';
import { loadAssets } from '#libs/pages';
import { FeedFetchRecorder, ShareRecorder } from '#libs/stats';
import { migrations } from '../../../migrations/index.js';
import { countVisits } from './count/count-visits.js';
import { toFetchCounter } from './feed/fetch-counter.js';
import { FeedCache } from './feed/feed-cache.js';
import { withFeedsInFront } from './feed/feed-front.js';
import { startBelt } from './feed/feed-belt.js';
import { onFeedMessage } from './feed/feed-listener.js';
import { registerFeedRoutes } from './feed/feed.routes.js';
import { takeGuestFiles } from './guest-link/take-files.js';
import { sendPlain } from './media/send-plain.js';
import { Readiness } from './health/readiness.js';
import { redirectToCanonical } from './http/canonical.hook.js';
import { Hits } from './http/hits.js';
import { redirectToHost } from './http/host.hook.js';
import { ProblemFilter } from './http/problem.filter.js';
import { setSecurityHeaders } from './http/security-headers.hook.js';
import { PublishedMedia } from './media/published-media.js';
import { SubscriberMedia } from './secret/subscriber-media.js';
import { PageCache } from './page/page-cache.js';
import { withPagesInFront } from './page/page-front.js';
import { PageServer } from './page/page-server.js';
import { SiteKeeper } from './site/site-keeper.js';
import type { WebDeps } from './web.deps.js';
import { WebModule } from './web.module.js';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The public app without a port of its own: the caller gives requests to `handler`. */
export interface WebApp {
  app: NestFastifyApplication;
  handler: Handler;
  /** The route table, `/en/:show`: for the test of the reserved first segments. */
  routes: string[];
  /** `/readyz` says no from now on; the first step of a stop. */
  stopBeingReady(): void;
  /** Stops listening to changes, writes the last counts, closes the app and its pool of connections. */
  close(): Promise<void>;
}

/** Builds the public side: pages, media, pictures, feeds and the files at the root. */
export async function createWebApp(deps: WebDeps): Promise<WebApp> {
  const assets = await loadAssets();
  const keeper = new SiteKeeper(deps, assets.paths);
  await keeper.renew();
  const cache = new PageCache(deps.clock);
  const { dataSource, clock } = deps;
  const heard = (id: string, at: Date) => readHeard(dataSource, id, { at, audience: 'public' });
  const releases = (id: string) => new EpisodeQuery(dataSource, clock).releases(id);
  const media = new PublishedMedia({ heard, releases }, clock);
  const feeds = new FeedCache(new StoredFeedQuery(deps.dataSource), deps.clock, deps.addresses.origin);
  const readiness = new Readiness(deps, newestMigration());
  let handler: Handler | undefined;
  const adapter = createAdapter(deps.config.trustedProxy, (h) => (handler = h));
  const instance = adapter.getInstance() as unknown as FastifyInstance;
  // A form of a page, as text: the route that wants it reads it.
  instance.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 32 * 1024 },
    (_request, body, done) => done(null, body),
  );
  const links = new GuestLinks(dataSource, clock, new GuestSecrets(deps.secret));
  takeGuestFiles(instance, async (secret) => (await links.openBySecret(secret))?.role === 'guest');
  const routes: string[] = [];
  instance.addHook('onRoute', (route) => void routes.push(route.url));
  const app = await NestFactory.create<NestFastifyApplication>(
    WebModule.register({ deps, keeper, assets, cache, media, readiness }),
    adapter,
    { bodyParser: false, logger: new FrameworkLog(deps.log), abortOnError: false },
  );
  const hits = new Hits(deps.log);
  setSecurityHeaders(instance, deps.config.publicUrl);
  hits.listenTo(instance);
  redirectToCanonical(instance);
  redirectToHost(instance, deps.addresses);
  const shares = app.get(ShareRecorder);
  countVisits(instance, shares);
  app.useGlobalFilters(new ProblemFilter(app.get(PageServer), deps.log));
  const fetches = new FeedFetchRecorder(deps.dataSource, deps.clock, deps.log);
  const countFetch = toFetchCounter(fetches);
  registerFeedRoutes(instance, feeds, deps.log, countFetch);
  await app.init();
  await instance.ready();
  const listener = await listenForChanges(deps.databaseUrl, feeds, () => {
    cache.clear();
    media.clear();
    app.get(SubscriberMedia).clear();
    // What was made in between has the old name and hosts.
    keeper.renewSoon(() => cache.clear());
  });
  const onAnswered = (path: string, status: number) => hits.count(path, status);
  const isSecure = deps.config.publicUrl.startsWith('https:');
  const pagesFirst = withPagesInFront(cache, handler!, { isSecure, onAnswered });
  fetches.start();
  shares.start();
  const belt = startBelt(feeds, deps.log);
  return {
    app,
    handler: withFeedsInFront(feeds, pagesFirst, onAnswered, countFetch),
    routes,
    stopBeingReady: () => readiness.stop(),
    async close() {
      readiness.stop();
      hits.stop();
      belt.stop();
      await fetches.stop();
      await shares.stop();
      await listener.close();
      await app.close();
    },
  };
}

/** One connection for all that can change. After a lost one anything may have changed, so everything is forgotten. */
function listenForChanges(databaseUrl: string, feeds: FeedCache, forgetPages: () => void): Promise<Listener> {
  return listen(
    databaseUrl,
    ['estrade_pages', feedsChannel],
    (channel, text) => (channel === feedsChannel ? onFeedMessage(feeds, text) : forgetPages()),
    () => {
      feeds.forgetAll();
      forgetPages();
    },
  );
}

/** As TypeORM writes it into its table: the class's name with its time stamp. */
function newestMigration(): string {
  const Newest = migrations.at(-1)!;
  return new Newest().name ?? Newest.name;
}

function createAdapter(trustedProxy: string | undefined, onHandler: (handler: Handler) => void): FastifyAdapter {
  return new FastifyAdapter({
    serverFactory: (handler: unknown) => {
      onHandler(handler as Handler);
      return createServer();
    },
    trustProxy: trustedProxy ?? false,
    bodyLimit: 64 * 1024,
    genReqId: () => newGuid(),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
    // What the router refuses before any filter, such as an address with a broken escape.
    frameworkErrors: (_error: unknown, _request: FastifyRequest, reply: FastifyReply) =>
      void sendPlain(reply, 404, 'There is nothing here.'),
  });
}
