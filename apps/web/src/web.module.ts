import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  ChoiceQuery,
  EmbeddableQuery,
  EpisodeQuery,
  EventQuery,
  GuestQuery,
  HomeQuery,
  PublicNamesQuery,
  ReviewService,
  SelectionsService,
  ShowPartsQuery,
  ShowQuery,
  TagQuery,
  TranscriptQuery,
} from '#libs/catalog';
import { PublicFeedsQuery } from '#libs/feeds';
import type { LoadedAssets } from '#libs/pages';
import { CardQuery, ShortLinkQuery } from '#libs/sharing';
import { ShareRecorder } from '#libs/stats';
import { AssetController } from './asset/asset.controller.js';
import { CardController } from './card/card.controller.js';
import { CountController } from './count/count.controller.js';
import { EmbedController } from './embed/embed.controller.js';
import { OembedController } from './oembed/oembed.controller.js';
import { EpisodeController } from './episode/episode.controller.js';
import { AnnouncedClips } from './episode/announced-clips.js';
import { ClipSoundController } from './episode/clip-sound.controller.js';
import { EpisodePages } from './episode/episode-pages.js';
import { FileController } from './file/file.controller.js';
import { EventController } from './event/event.controller.js';
import { ChoiceController } from './follow/choice.controller.js';
import { CalendarController } from './followers/calendar.controller.js';
import { FollowersController } from './followers/followers.controller.js';
import { followersProviders } from './followers/followers.providers.js';
import { MeController } from './guest-link/me.controller.js';
import { guestLinkProviders } from './guest-link/guest-link.providers.js';
import { GuestController } from './guest/guest.controller.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { HomeController } from './home/home.controller.js';
import { ImageController } from './media/image.controller.js';
import { KitFileController } from './kit-file/kit-file.controller.js';
import { KitFiles } from './kit-file/kit-files.js';
import { MediaController } from './media/media.controller.js';
import { TranscriptController } from './media/transcript.controller.js';
import { PublishedMedia } from './media/published-media.js';
import { OpmlController } from './opml/opml.controller.js';
import { PageCache } from './page/page-cache.js';
import { PageServer } from './page/page-server.js';
import { RecordingServer } from './media/recording-server.js';
import { ReviewController } from './review/review.controller.js';
import { RootController } from './root/root.controller.js';
import { SitemapController } from './root/sitemap.controller.js';
import { SearchController } from './search/search.controller.js';
import { searchProviders } from './search/search.providers.js';
import { SecretController } from './secret/secret.controller.js';
import { secretProviders } from './secret/secret.providers.js';
import { KitController } from './kit/kit.controller.js';
import { kitProviders } from './kit/kit.providers.js';
import { ShortController } from './short/short.controller.js';
import { FollowPageController } from './show/follow-page.controller.js';
import { ShowController } from './show/show.controller.js';
import { ShowPages } from './show/show-pages.js';
import { SiteTextController } from './site/site-text.controller.js';
import { SiteKeeper } from './site/site-keeper.js';
import { TagController } from './tag/tag.controller.js';
import { WEB_DEPS, type WebDeps } from './web.deps.js';
import { ASSETS } from './web.tokens.js';

/** One line a noun. */
const controllers: Type<unknown>[] = [
  EmbedController,
  OembedController,
  HealthController,
  AssetController,
  RootController,
  SitemapController,
  SiteTextController,
  CalendarController,
  FollowersController,
  MediaController,
  FileController,
  ClipSoundController,
  TranscriptController,
  SecretController,
  ImageController,
  CardController,
  KitFileController,
  OpmlController,
  CountController,
  ShortController,
  KitController,
  ReviewController,
  HomeController,
  ChoiceController,
  SearchController,
  TagController,
  FollowPageController,
  ShowController,
  EventController,
  GuestController,
  MeController,
  EpisodeController,
];

/** What `createWebApp` makes before Nest does. */
export interface WebParts {
  deps: WebDeps;
  keeper: SiteKeeper;
  assets: LoadedAssets;
  cache: PageCache;
  media: PublishedMedia;
  readiness: Readiness;
}

/** The public app, made of what `createWebApp` brings and of nothing else. */
@Module({})
export class WebModule {
  static register({ deps, keeper, assets, cache, media, readiness }: WebParts): DynamicModule {
    const db = deps.dataSource;
    const providers: Provider[] = [
      { provide: WEB_DEPS, useValue: deps },
      { provide: ASSETS, useValue: assets },
      { provide: PageCache, useValue: cache },
      { provide: SiteKeeper, useValue: keeper },
      { provide: PageServer, useFactory: () => new PageServer(cache, keeper, deps.config.publicUrl) },
      { provide: PublishedMedia, useValue: media },
      { provide: RecordingServer, useFactory: () => new RecordingServer(deps) },
      ...secretProviders(deps),
      ...followersProviders,
      ...searchProviders,
      ...guestLinkProviders(deps),
      ...kitProviders(deps),
      { provide: ReviewService, useFactory: () => new ReviewService(db, deps.clock) },
      { provide: ShareRecorder, useFactory: () => new ShareRecorder(db, deps.clock, deps.log) },
      { provide: ShortLinkQuery, useFactory: () => new ShortLinkQuery(db, deps.clock, deps.addresses) },
      {
        provide: KitFiles,
        inject: [RecordingServer],
        useFactory: (recordings: RecordingServer) => new KitFiles(deps, recordings),
      },
      { provide: CardQuery, useFactory: () => new CardQuery(db, deps.clock, deps.addresses) },
      { provide: PublicFeedsQuery, useFactory: () => new PublicFeedsQuery(db) },
      { provide: TagQuery, useFactory: () => new TagQuery(db, deps.clock) },
      { provide: ChoiceQuery, useFactory: () => new ChoiceQuery(db, deps.clock) },
      { provide: SelectionsService, useFactory: () => new SelectionsService(db, deps.clock) },
      { provide: Readiness, useValue: readiness },
      ShowPages,
      { provide: ShowPartsQuery, useFactory: () => new ShowPartsQuery(db, deps.clock) },
      { provide: PublicNamesQuery, useFactory: () => new PublicNamesQuery(db, deps.clock) },
      { provide: HomeQuery, useFactory: () => new HomeQuery(db, deps.clock) },
      { provide: ShowQuery, useFactory: () => new ShowQuery(db, deps.clock) },
      { provide: EpisodePages, useFactory: () => new EpisodePages(deps, cache.parts) },
      { provide: AnnouncedClips, useFactory: () => new AnnouncedClips(deps) },
      { provide: EmbeddableQuery, useFactory: () => new EmbeddableQuery(db, deps.clock) },
      { provide: EpisodeQuery, useFactory: () => new EpisodeQuery(db, deps.clock) },
      { provide: TranscriptQuery, useFactory: () => new TranscriptQuery(db) },
      { provide: EventQuery, useFactory: () => new EventQuery(db) },
      { provide: GuestQuery, useFactory: () => new GuestQuery(db, deps.clock) },
    ];
    return {
      module: WebModule,
      imports: [
        TypeOrmModule.forRootAsync({
          name: 'web',
          useFactory: () => ({ type: 'postgres' }),
          dataSourceFactory: async () => db,
        }),
      ],
      controllers,
      providers,
    };
  }
}
