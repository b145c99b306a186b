import { toCount } from '../answer/answer.js';

/** What the part of a file that is already here was made from. */
export interface PartState {
  /** The address that was asked, before redirects. */
  readonly address: string;
  /** For `If-Range`: a strong ETag, or the date of the last change (RFC 9110, section 13.1.5). */
  readonly validator: string | undefined;
  readonly total: number | undefined;
}

export interface ContentRange {
  readonly start: number;
  readonly end: number;
  readonly total: number | undefined;
}

/** `Content-Range: bytes 0-99/1234` or `…/*`; undefined for anything else. */
export function parseContentRange(text: string | undefined): ContentRange | undefined {
  const match = /^bytes (\d+)-(\d+)\/(\d+|\*)$/i.exec(text?.trim() ?? '');
  const [start, end, total] = [toCount(match?.[1]), toCount(match?.[2]), toCount(match?.[3])];
  return start === undefined || end === undefined || end < start ? undefined : { start, end, total };
}

/** What proves later that the file is still the same; a weak ETag does not. */
export function validatorOf(headers: Readonly<Record<string, string>>): string | undefined {
  const { etag } = headers;
  return etag?.startsWith('"') ? etag : headers['last-modified'];
}

/** The headers that ask for the rest of a part; none where the rest could belong to another file. */
export function toRangeHeaders(part: PartState | undefined, bytes: number): Record<string, string> {
  if (!part?.validator || bytes === 0) return {};
  return { range: `bytes=${bytes}-`, 'if-range': part.validator };
}
