import { api, take, takeItems } from './client';
import type { Locale, Role, Scope } from './types';

export const getInstance = () => take(api.GET('/api/v1/instance'));
export const getMe = () => take(api.GET('/api/v1/me'));
export const saveMe = (body: { name?: string; locale?: Locale; timeZone?: string }) =>
  take(api.PATCH('/api/v1/me', { body }));
export const setUp = (body: { token: string; email: string; name: string; password: string; locale: Locale }) =>
  take(api.POST('/api/v1/setup', { body }));
export const logIn = (body: { email: string; password: string }) => take(api.POST('/api/v1/login', { body }));
export const logOut = () => take(api.DELETE('/api/v1/login'));
export const changePassword = (body: { current: string; next: string }) =>
  take(api.POST('/api/v1/me/password', { body }));
export const changeEmail = (body: { email: string; password: string }) => take(api.POST('/api/v1/me/email', { body }));
export const confirmEmail = (token: string) => take(api.POST('/api/v1/email-change/confirm', { body: { token } }));
export const askReset = (email: string) => take(api.POST('/api/v1/password-reset', { body: { email } }));
export const resetPassword = (body: { token: string; password: string }) =>
  take(api.POST('/api/v1/password-reset/confirm', { body }));
export const openInvitation = (token: string) => take(api.POST('/api/v1/invitations/open', { body: { token } }));
export const acceptInvitation = (body: { token: string; name?: string; password?: string; locale?: Locale }) =>
  take(api.POST('/api/v1/invitations/accept', { body }));

export const listLogins = () => takeItems(api.GET('/api/v1/me/logins'));
export const endLogin = (loginId: string) =>
  take(api.DELETE('/api/v1/me/logins/{loginId}', { params: { path: { loginId } } }));

export const listTokens = () => takeItems(api.GET('/api/v1/tokens'));
export const createToken = (body: { name: string; scopes: Scope[]; showId?: string; validUntil?: string }) =>
  take(api.POST('/api/v1/tokens', { body }));
export const revokeToken = (tokenId: string) =>
  take(api.DELETE('/api/v1/tokens/{tokenId}', { params: { path: { tokenId } } }));

export const listMembers = (showId: string) =>
  takeItems(api.GET('/api/v1/shows/{showId}/members', { params: { path: { showId } } }));
export const inviteMember = (showId: string, body: { email: string; role: Role }) =>
  take(api.POST('/api/v1/shows/{showId}/members', { params: { path: { showId } }, body }));
export const changeRole = (showId: string, userId: string, role: Role) =>
  take(api.PATCH('/api/v1/shows/{showId}/members/{userId}', { params: { path: { showId, userId } }, body: { role } }));
export const removeMember = (showId: string, userId: string) =>
  take(api.DELETE('/api/v1/shows/{showId}/members/{userId}', { params: { path: { showId, userId } } }));
export const dropInvitation = (showId: string, invitationId: string) =>
  take(api.DELETE('/api/v1/shows/{showId}/invitations/{invitationId}', { params: { path: { showId, invitationId } } }));

export const listMails = () => takeItems(api.GET('/api/v1/mails'));
