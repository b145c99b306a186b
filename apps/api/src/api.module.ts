import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import { APP_GUARD, Reflector } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { accountsProviders } from './accounts.providers.js';
import { API_DEPS, type ApiDeps } from './api.deps.js';
import { binControllers } from './bin/bin.providers.js';
import { catalogProviders } from './catalog.providers.js';
import { clipControllers, clipProviders } from './clip/clip.providers.js';
import { episodeControllers } from './episode/episode.providers.js';
import { eventControllers } from './event/event.providers.js';
import { feedHealthControllers, feedHealthProviders } from './feed-health/feed-health.providers.js';
import { feedSettingsControllers } from './feed-settings/feed-settings.providers.js';
import { feedControllers, feedProviders } from './feed/feed.providers.js';
import { exportControllers, exportProviders } from './export/export.providers.js';
import { followersControllers, followersProviders } from './followers/followers.providers.js';
import { AccessGuard } from './http/access.guard.js';
import { Shutdown } from './http/shutdown.js';
import { WriteLimit } from './http/write-limit.js';
import { guestControllers, guestProviders } from './guest-link/guest.providers.js';
import { importControllers, importProviders } from './import/import.providers.js';
import { instanceControllers } from './instance/instance.providers.js';
import { OpenApiSource } from './instance/openapi.controller.js';
import { loginControllers, loginProviders } from './login/login.providers.js';
import { mailControllers } from './mail/mail.providers.js';
import { meControllers } from './me/me.providers.js';
import { memberControllers } from './member/member.providers.js';
import { kitControllers, kitProviders } from './kit/kit.providers.js';
import { noteControllers } from './note/note.providers.js';
import { outboundProviders } from './outbound.providers.js';
import { personControllers } from './person/person.providers.js';
import { progressControllers, progressProviders } from './progress/progress.providers.js';
import { recordingControllers, recordingProviders } from './recording/recording.providers.js';
import { seriesControllers } from './series/series.providers.js';
import { setupControllers } from './setup/setup.providers.js';
import { showControllers } from './show/show.providers.js';
import { showPageControllers } from './show-page/show-page.providers.js';
import { siteControllers } from './site/site.providers.js';
import { soundControllers, soundProviders } from './sound/sound.providers.js';
import { subscriberControllers } from './subscriber/subscriber.providers.js';
import { tagControllers } from './tag/tag.providers.js';
import { tokenControllers } from './token/token.providers.js';
import { transcriptControllers } from './transcript/transcript.providers.js';
import { uploadControllers, uploadProviders } from './upload/upload.providers.js';

/** One line a noun: its folder exports `<noun>Controllers` from `<noun>.providers.ts`. */
const controllers: Type<unknown>[] = [
  ...instanceControllers,
  ...setupControllers,
  ...loginControllers,
  ...meControllers,
  ...tokenControllers,
  ...memberControllers,
  ...mailControllers,
  ...siteControllers,
  ...showControllers,
  ...showPageControllers,
  ...episodeControllers,
  ...eventControllers,
  ...clipControllers,
  ...kitControllers,
  ...guestControllers,
  ...seriesControllers,
  ...subscriberControllers,
  ...followersControllers,
  ...tagControllers,
  ...personControllers,
  ...binControllers,
  ...noteControllers,
  ...uploadControllers,
  ...recordingControllers,
  ...soundControllers,
  ...transcriptControllers,
  ...feedControllers,
  ...feedHealthControllers,
  ...feedSettingsControllers,
  ...progressControllers,
  ...exportControllers,
  ...importControllers,
];

/** One line a noun or lib: services of libs come from factories that inject API_DEPS. */
const providers: Provider[] = [
  ...accountsProviders,
  ...loginProviders,
  ...catalogProviders,
  ...clipProviders,
  ...kitProviders,
  ...guestProviders,
  ...uploadProviders,
  ...recordingProviders,
  ...soundProviders,
  ...feedProviders,
  ...feedHealthProviders,
  ...followersProviders,
  ...progressProviders,
  ...outboundProviders,
  ...exportProviders,
  ...importProviders,
];

/** The API app, made of what `deps` brings and of nothing else. */
@Module({})
export class ApiModule {
  static register(deps: ApiDeps, openApi: OpenApiSource): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        TypeOrmModule.forRootAsync({
          name: 'api',
          useFactory: () => ({ type: 'postgres' }),
          dataSourceFactory: async () => deps.dataSource,
        }),
      ],
      controllers,
      providers: [
        { provide: API_DEPS, useValue: deps },
        { provide: OpenApiSource, useValue: openApi },
        { provide: WriteLimit, useFactory: () => new WriteLimit(deps.clock) },
        {
          provide: APP_GUARD,
          useFactory: (r: Reflector, w: WriteLimit) => new AccessGuard(r, w),
          inject: [Reflector, WriteLimit],
        },
        Shutdown,
        ...providers,
      ],
    };
  }
}
