import type { FactoryProvider } from '@nestjs/common';
import { Outbound } from '#libs/outbound';
import { API_DEPS, type ApiDeps } from './api.deps.js';

/** The guarded client for addresses that a person typed. */
export const outboundProviders: FactoryProvider[] = [
  {
    provide: Outbound,
    useFactory: ({ config, log }: ApiDeps) =>
      new Outbound({ publicUrl: config.publicUrl, allow: config.outboundAllow, log }),
    inject: [API_DEPS],
  },
];
