import type { FactoryProvider, Type } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  type Accounts,
  ApiTokensService,
  EmailChangesService,
  Errands,
  IdentitiesService,
  InvitationsService,
  LoginsService,
  MembershipsService,
  PasswordResetService,
  SetupService,
  SignInService,
  ThrottlesService,
  UsersService,
  createAccounts,
} from '#libs/accounts';
import { newSecret } from '#libs/kernel';
import { API_DEPS, type ApiDeps } from './api.deps.js';

const ACCOUNTS = Symbol('Accounts');

/** Each service of `#libs/accounts` under its own class. */
const services: [Type<unknown>, keyof Accounts][] = [
  [ApiTokensService, 'tokens'],
  [EmailChangesService, 'emailChanges'],
  [Errands, 'errands'],
  [IdentitiesService, 'identities'],
  [InvitationsService, 'invitations'],
  [LoginsService, 'logins'],
  [MembershipsService, 'memberships'],
  [PasswordResetService, 'resets'],
  [SetupService, 'setup'],
  [SignInService, 'signIn'],
  [ThrottlesService, 'throttles'],
  [UsersService, 'users'],
];

export const accountsProviders: FactoryProvider[] = [
  {
    provide: ACCOUNTS,
    // Without SECRET the keys of throttled addresses last as long as the process: several replicas need it set.
    useFactory: ({ config, clock, addresses, mailer, log }: ApiDeps, dataSource: DataSource) =>
      createAccounts({ dataSource, clock, addresses, mailer, log, secret: config.secret ?? newSecret() }),
    inject: [API_DEPS, getDataSourceToken('api')],
  },
  ...services.map(([service, name]) => ({
    provide: service,
    useFactory: (accounts: Accounts) => accounts[name],
    inject: [ACCOUNTS],
  })),
];
