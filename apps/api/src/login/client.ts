import type { Client } from '#libs/accounts';
import type { ApiRequest } from '../http/request.js';

/** What throttles and the list of logins need of the browser; the address is believed as `TRUSTED_PROXY` says. */
export function toClient(request: ApiRequest): Client {
  return { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
}
