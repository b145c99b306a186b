import type { FactoryProvider } from '@nestjs/common';
import { FollowersDeskService } from '#libs/audience';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { FollowersController } from './followers.controller.js';

export const followersControllers = [FollowersController];

export const followersProviders: FactoryProvider[] = [
  {
    provide: FollowersDeskService,
    useFactory: ({ dataSource, clock }: ApiDeps) => new FollowersDeskService(dataSource, () => clock.now()),
    inject: [API_DEPS],
  },
];
