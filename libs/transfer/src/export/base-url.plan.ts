import { Invalid } from '#libs/kernel';

/**
 * Where a site is to be put, as it is written into feeds and pages: http or https, without query, fragment, name and
 * password, and without a slash at its end. @throws Invalid
 */
export function toBaseUrl(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  const isFine = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username && !url.password;
  if (!isFine) throw new Invalid([{ path: 'baseUrl', message: 'error.field.wrongAddress' }]);
  return url.origin + url.pathname.replace(/\/+$/, '');
}
