import { OneTimeLink } from './link/one-time-link.entity.js';
import { Login } from './login/login.entity.js';
import { Throttle } from './login/throttle.entity.js';
import { Membership } from './membership/membership.entity.js';
import { ApiToken } from './token/api-token.entity.js';
import { User } from './user/user.entity.js';

export const accountsEntities = [User, Login, ApiToken, Membership, OneTimeLink, Throttle];
export { ApiToken, Login, Membership, OneTimeLink, Throttle, User };
