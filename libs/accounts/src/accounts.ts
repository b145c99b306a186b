import type { DataSource } from 'typeorm';
import type { Log } from '#libs/config';
import type { Clock } from '#libs/kernel';
import { EmailChangesService } from './email-change/email-changes.service.js';
import { IdentitiesService } from './identity/identities.service.js';
import { InvitationsService } from './invitation/invitations.service.js';
import { LinksService, type StudioAddresses } from './link/links.service.js';
import { LoginsService } from './login/logins.service.js';
import { SignInService } from './login/sign-in.service.js';
import { ThrottlesService } from './login/throttles.service.js';
import { AccountMailsService, type MailSender } from './mail/account-mails.service.js';
import { Errands } from './mail/errands.js';
import { MembershipsService } from './membership/memberships.service.js';
import { PasswordResetService } from './reset/password-reset.service.js';
import { SetupService } from './setup/setup.service.js';
import { ApiTokensService } from './token/api-tokens.service.js';
import { UsersService } from './user/users.service.js';

export interface AccountsDeps {
  dataSource: DataSource;
  clock: Clock;
  addresses: StudioAddresses;
  mailer: MailSender;
  log: Pick<Log, 'error'>;
  /** Keys the hashes of throttled addresses; the same for all replicas. */
  secret: string;
}

/** The services of this lib, wired by hand: for the API's providers, for `solo` and for tests. */
export function createAccounts({ dataSource, clock, addresses, mailer, log, secret }: AccountsDeps) {
  const errands = new Errands(log);
  const mails = new AccountMailsService(mailer, errands.signal);
  const throttles = new ThrottlesService(dataSource, clock, secret);
  const links = new LinksService(dataSource, clock, addresses);
  const logins = new LoginsService(dataSource, clock);
  const tokens = new ApiTokensService(dataSource, clock);
  const memberships = new MembershipsService(dataSource, clock, logins);
  return {
    errands,
    throttles,
    logins,
    tokens,
    memberships,
    resets: new PasswordResetService(dataSource, links, mails, logins, throttles),
    identities: new IdentitiesService(dataSource, logins, tokens),
    signIn: new SignInService(dataSource, logins, throttles),
    users: new UsersService(dataSource, logins, links, throttles),
    emailChanges: new EmailChangesService(dataSource, links, mails, throttles),
    invitations: new InvitationsService(dataSource, clock, links, mails, memberships),
    setup: new SetupService(dataSource, clock, links),
  };
}

export type Accounts = ReturnType<typeof createAccounts>;
