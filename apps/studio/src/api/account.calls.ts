import { call } from './client';
import type { Instance, KeptMail, LoginRow, Me, Member, Role, Scope, TokenRow } from './types';

export const getInstance = () => call<Instance>('GET', '/instance');
export const getMe = () => call<Me>('GET', '/me');
export const saveMe = (form: { name?: string; locale?: string; timeZone?: string }) => call<Me>('PATCH', '/me', form);
export const setUp = (form: { token: string; email: string; name: string; password: string; locale: string }) =>
  call<Me>('POST', '/setup', form);
export const logIn = (form: { email: string; password: string }) => call<Me>('POST', '/login', form);
export const logOut = () => call<void>('DELETE', '/login');
export const changePassword = (form: { current: string; next: string }) => call<void>('POST', '/me/password', form);
export const changeEmail = (form: { email: string; password: string }) => call<void>('POST', '/me/email', form);
export const confirmEmail = (token: string) => call<unknown>('POST', '/email-change/confirm', { token });
export const askReset = (email: string) => call<void>('POST', '/password-reset', { email });
export const resetPassword = (form: { token: string; password: string }) =>
  call<unknown>('POST', '/password-reset/confirm', form);
export const acceptInvitation = (form: { token: string; name: string; password: string }) =>
  call<unknown>('POST', '/invitations/accept', form);

export const listLogins = () => call<Listed<LoginRow>>('GET', '/me/logins').then(toItems);
export const endLogin = (id: string) => call<void>('DELETE', `/me/logins/${id}`);

export const listTokens = () => call<Listed<TokenRow>>('GET', '/tokens').then(toItems);
export const createToken = (form: {
  name: string;
  scopes: Scope[];
  showId?: string;
  validFrom?: string;
  validUntil?: string;
}) => call<TokenRow>('POST', '/tokens', form);
export const revokeToken = (id: string) => call<void>('DELETE', `/tokens/${id}`);

export const listMembers = (showId: string) => call<Listed<Member>>('GET', `/shows/${showId}/members`).then(toItems);
export const inviteMember = (showId: string, form: { email: string; role: Role }) =>
  call<unknown>('POST', `/shows/${showId}/members`, form);
export const changeRole = (showId: string, userId: string, role: Role) =>
  call<unknown>('PATCH', `/shows/${showId}/members/${userId}`, { role });
export const removeMember = (showId: string, userId: string) =>
  call<void>('DELETE', `/shows/${showId}/members/${userId}`);

export const listMails = () => call<Listed<KeptMail>>('GET', '/mails').then(toItems);

type Listed<T> = { items: T[] } | T[];

/** Lists come as `{items}`; a bare array is understood too. */
export function toItems<T>(answer: Listed<T>): T[] {
  return Array.isArray(answer) ? answer : answer.items;
}
