import { lengthOf, type OutboundAnswer } from './answer/answer.js';
import { parseContentRange } from './download/range.plan.js';
import type { Outbound, OutboundRequest } from './outbound.js';

/** What is known of a file without fetching it. */
export interface OutboundHead {
  readonly url: string;
  readonly status: number;
  readonly contentType: string | undefined;
  /** Undefined: the server does not say. */
  readonly bytes: number | undefined;
  readonly takesRanges: boolean;
  readonly redirects: OutboundAnswer['redirects'];
}

/**
 * Looks at a file by HEAD, and where the server does not know that method or its length, by asking for the first byte.
 * @throws OutboundError
 */
export async function head(outbound: Outbound, address: string, asked: OutboundRequest = {}): Promise<OutboundHead> {
  const identity = { ...asked, headers: { ...asked.headers, 'accept-encoding': 'identity' } };
  const answer = await outbound.fetch(address, { ...identity, method: 'HEAD' });
  answer.body.resume();
  const looked = toHead(answer, lengthOf(answer.headers));
  return looked.status === 200 && looked.bytes ? looked : firstByte(outbound, address, identity);
}

async function firstByte(outbound: Outbound, address: string, asked: OutboundRequest): Promise<OutboundHead> {
  const headers = { ...asked.headers, range: 'bytes=0-0' };
  // Whoever ignores the range sends everything; no more than its head is read.
  const answer = await outbound.fetch(address, { ...asked, headers, maxBytes: Number.MAX_SAFE_INTEGER });
  answer.body.on('error', () => undefined).destroy();
  const range = parseContentRange(answer.headers['content-range']);
  if (answer.status !== 206) return toHead(answer, answer.status === 200 ? lengthOf(answer.headers) : undefined);
  return { ...toHead(answer, range?.total), status: 200, takesRanges: true };
}

function toHead(answer: OutboundAnswer, bytes: number | undefined): OutboundHead {
  const { url, status, redirects, headers } = answer;
  const takesRanges = headers['accept-ranges']?.toLowerCase() === 'bytes';
  return { url, status, redirects, contentType: headers['content-type'], bytes, takesRanges };
}
