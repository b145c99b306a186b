import type { IncomingHttpHeaders } from 'node:http';

export interface Validators {
  etag: string;
  /** Whole seconds, in milliseconds. */
  changedAt: number;
}

/**
 * Whether the reader has the bytes already. If-None-Match is compared weakly and as a list (`feed:H13`), and wins over
 * If-Modified-Since (`feed:H12`; RFC 9110, section 13.2.2). A date that is none is ignored.
 */
export function isNotModified(headers: IncomingHttpHeaders, { etag, changedAt }: Validators): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined) return known === etag || known.trim() === '*' || namesTag(known, etag);
  const since = headers['if-modified-since'];
  return since !== undefined && changedAt <= Date.parse(since);
}

function namesTag(list: string, etag: string): boolean {
  return list.includes(etag) && list.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
