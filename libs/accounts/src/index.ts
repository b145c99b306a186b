import { OneTimeLink } from './link/one-time-link.entity.js';
import { Login } from './login/login.entity.js';
import { Throttle } from './login/throttle.entity.js';
import { Membership } from './membership/membership.entity.js';
import { ApiToken } from './token/api-token.entity.js';
import { User } from './user/user.entity.js';

export const accountsEntities = [User, Login, ApiToken, Membership, OneTimeLink, Throttle];
export { ApiToken, Login, Membership, OneTimeLink, Throttle, User };

export { type Accounts, type AccountsDeps, createAccounts } from './accounts.js';
export { EmailChangesService } from './email-change/email-changes.service.js';
export {
  AlreadySetUp,
  EmailTaken,
  LastOwner,
  LinkEnded,
  LoginOnly,
  ScopeMissing,
  WrongCredentials,
  WrongPassword,
} from './error.js';
export { forgetEnded } from './forget-ended.js';
export { type Identity, toActor } from './identity/identity.js';
export { IdentitiesService } from './identity/identities.service.js';
export { type Invitation, InvitationsService, type OpenedInvitation } from './invitation/invitations.service.js';
export { LinksService, type StudioAddresses } from './link/links.service.js';
export { loginLife } from './login/login.policy.js';
export { type IssuedSecret, type KnownLogin, LoginsService } from './login/logins.service.js';
export { type Client, SignInService } from './login/sign-in.service.js';
export { ThrottlesService } from './login/throttles.service.js';
export type { MailSender } from './mail/account-mails.service.js';
export { Errands } from './mail/errands.js';
export { assertRole } from './membership/membership.policy.js';
export { type Member, MembershipsService } from './membership/memberships.service.js';
export { PasswordResetService } from './reset/password-reset.service.js';
export { SetupService } from './setup/setup.service.js';
export { ApiTokensService, type TokenForm } from './token/api-tokens.service.js';
export { mayRunInstance, passwordLength } from './user/user.policy.js';
export { UsersService } from './user/users.service.js';
