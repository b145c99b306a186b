import type { Readable } from 'node:stream';

/** What an address answered. */
export interface OutboundAnswer {
  /** Where the answer came from, after all redirects. */
  readonly url: string;
  readonly status: number;
  /** Names in lower case; repeated ones joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** The redirects that led here, in order. */
  readonly redirects: readonly { readonly status: number; readonly to: string }[];
  /** The bytes, unpacked and limited. Read it to the end, or destroy it. */
  readonly body: Readable;
}

/** The headers as one text a name. */
export function toHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

/** The bytes that a `Content-Length` announces; undefined without one that makes sense. */
export function lengthOf(headers: Readonly<Record<string, string>>): number | undefined {
  return toCount(headers['content-length']);
}

/** A header's whole number, up to 2^53. */
export function toCount(text: string | undefined): number | undefined {
  const value = text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}
