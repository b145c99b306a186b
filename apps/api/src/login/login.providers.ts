import type { FactoryProvider } from '@nestjs/common';
import { IdentitiesService, LoginsService } from '#libs/accounts';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { LoginController } from './login.controller.js';
import { LoginHandover } from './login-handover.js';
import { PasswordResetController } from './password-reset.controller.js';

export const loginControllers = [LoginController, PasswordResetController];

export const loginProviders: FactoryProvider[] = [
  {
    provide: LoginHandover,
    useFactory: (identities: IdentitiesService, logins: LoginsService, { config }: ApiDeps) =>
      new LoginHandover(identities, logins, config.publicUrl),
    inject: [IdentitiesService, LoginsService, API_DEPS],
  },
];
