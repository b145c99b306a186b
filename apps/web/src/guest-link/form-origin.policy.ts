/** What of a request's headers says from where a form was sent. */
export interface FormHeaders {
  origin?: string | undefined;
  host?: string | undefined;
  'sec-fetch-site'?: string | string[] | undefined;
}

/**
 * Whether a form comes from another site (`abuse:A33`). A page that sends no referrer makes browsers say
 * `Origin: null`, which says nothing; `Sec-Fetch-Site`, where a browser sends it, does.
 */
export function isForeignForm({ origin, host, 'sec-fetch-site': site }: FormHeaders): boolean {
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (origin === undefined || origin === 'null') return false;
  return !URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase();
}
