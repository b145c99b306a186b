import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a form was sent by a page of ours (`abuse:A33`): its Origin is that of PUBLIC_URL or of the host it was sent
 * to, which may be a show's own; a browser that sends no Origin must say `Sec-Fetch-Site: same-origin`. Neither: no.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === 'same-origin';
  if (origin === new URL(publicUrl).origin) return true;
  const sent = URL.canParse(origin) ? new URL(origin) : undefined;
  return sent !== undefined && /^https?:$/.test(sent.protocol) && sent.host === host?.toLowerCase();
}
