import { EstradeError } from '#libs/kernel';

/** 403: a change asked for by a page of another site, or without saying which. */
export class OriginRefused extends EstradeError {
  constructor() {
    super('ORIGIN_REFUSED', 403, 'This request comes from another site; nothing was changed.');
  }
}

export interface OriginHeaders {
  origin?: string | undefined;
  host?: string | undefined;
  'sec-fetch-site'?: string | string[] | undefined;
}

/** Methods that never change anything. */
export function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

/**
 * Whether a change comes from our own pages (`abuse:A33`): its Origin is that of PUBLIC_URL or of the host it was
 * sent to; a browser that sends no Origin must say `Sec-Fetch-Site: same-origin`. Neither: no.
 */
export function isOwnOrigin(headers: OriginHeaders, publicUrl: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === 'same-origin';
  if (origin === new URL(publicUrl).origin) return true;
  const sent = URL.canParse(origin) ? new URL(origin) : undefined;
  return (
    sent !== undefined && /^https?:$/.test(sent.protocol) && host !== undefined && sent.host === host.toLowerCase()
  );
}
