import type { Agent, Dispatcher, request } from 'undici';
import { lengthOf, type OutboundAnswer, toHeaders } from './answer/answer.js';
import { toBody } from './answer/body.js';
import { decodable } from './answer/decode.js';
import { toRequestError } from './answer/failure.js';
import { AddressNotFetched, AnswerTooBig, OutboundError } from './error.js';
import { machineNetwork, type Network } from './network.js';
import { type Hop, isRedirect, nextHop } from './target/redirect.policy.js';
import { toTarget } from './target/target.policy.js';

/** How an address is asked. Times in milliseconds. */
export interface OutboundRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  /** `Accept`. */
  readonly accept?: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Most bytes of the answer, as sent and as unpacked. 10 MiB. */
  readonly maxBytes?: number;
  /** From the first connection to the last byte. 30 s. */
  readonly timeoutMs?: number;
  /** Longest silence. 10 s. */
  readonly idleMs?: number;
  /** 5 (`abuse:A15`); 0: a redirect is the answer (`abuse:A48`). */
  readonly maxRedirects?: number;
  /** The caller's own end; its reason is what is thrown. */
  readonly signal?: AbortSignal;
}

export interface OutboundOptions {
  /** Stands in `User-Agent`, so that whoever is asked knows whom to ask back. */
  readonly publicUrl: string;
  /** Origins that are asked wherever they are, such as `http://127.0.0.1:4123`: OUTBOUND_ALLOW. None by default. */
  readonly allow?: readonly string[];
  readonly log?: { info(fields: object, message: string): void };
  readonly network?: Network;
}

/**
 * The one client for every address that a person typed or a feed contained: http and https only, to outward addresses
 * only, every hop checked anew, bytes, time and silence limited (`abuse:A14`, `abuse:A15`).
 */
export class Outbound {
  private readonly allowed: ReadonlySet<string>;
  private client: Promise<Client> | undefined;

  constructor(private readonly options: OutboundOptions) {
    this.allowed = new Set(options.allow);
  }

  /**
   * Asks, and follows redirects. Every status is an answer, also 404.
   * @throws OutboundError; the signal's reason when the caller ended it
   */
  async fetch(address: string, asked: OutboundRequest = {}): Promise<OutboundAnswer> {
    try {
      return await this.follow(address, asked);
    } catch (error) {
      if (asked.signal?.aborted) throw asked.signal.reason;
      const ours = toRequestError(error);
      if (ours instanceof OutboundError) this.note(address, ours);
      throw ours;
    }
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    await (await this.client)?.agent.destroy();
  }

  private async follow(address: string, asked: OutboundRequest): Promise<OutboundAnswer> {
    const { maxRedirects = 5, maxBytes = 10 * 1024 ** 2 } = asked;
    const end = AbortSignal.timeout(asked.timeoutMs ?? 30_000);
    const signal = asked.signal ? AbortSignal.any([asked.signal, end]) : end;
    const redirects: { status: number; to: string }[] = [];
    let hop = this.firstHop(address, asked);
    for (;;) {
      const answer = await this.ask(hop, signal, asked.idleMs ?? 10_000);
      const { statusCode: status } = answer;
      const headers = toHeaders(answer.headers);
      if (!isRedirect(status) || maxRedirects === 0) {
        return {
          url: hop.url.href,
          status,
          headers,
          redirects,
          body: openBody(answer, hop.method, headers, maxBytes, asked.signal),
        };
      }
      drop(answer);
      if (redirects.length >= maxRedirects) throw new AddressNotFetched('redirects');
      hop = nextHop(hop, status, headers.location, this.allowed);
      redirects.push({ status, to: hop.url.href });
    }
  }

  private firstHop(address: string, { method = 'GET', accept = '*/*', headers, body }: OutboundRequest): Hop {
    const usual = {
      'user-agent': `Estrade (+${this.options.publicUrl})`,
      accept,
      'accept-encoding': decodable,
    };
    return { url: toTarget(address, this.allowed), method, headers: { ...usual, ...headers }, body };
  }

  private async ask({ url, method, headers, body }: Hop, signal: AbortSignal, idleMs: number) {
    // Loaded for the first request: a start does not wait for what most instances never need.
    const client = await (this.client ??= openClient(this.options.network ?? machineNetwork, this.allowed));
    return client.request(url, {
      dispatcher: client.agent,
      method,
      headers,
      body,
      signal,
      headersTimeout: idleMs,
      bodyTimeout: idleMs,
    });
  }

  /** The reason is for the log alone. Of the address only the host: the rest may be a secret. */
  private note(address: string, { code, reason }: OutboundError): void {
    const host = URL.canParse(address) ? new URL(address).host : undefined;
    this.options.log?.info({ host, code, reason }, 'an outside address was not fetched');
  }
}

interface Client {
  readonly agent: Agent;
  readonly request: typeof request;
}

async function openClient(network: Network, allowed: ReadonlySet<string>): Promise<Client> {
  const [undici, { makeConnector }] = await Promise.all([import('undici'), import('./connector.js')]);
  const agent = new undici.Agent({
    connect: makeConnector(network, allowed),
    connections: 4,
    pipelining: 1,
    maxHeaderSize: 16 * 1024,
    keepAliveTimeout: 4_000,
  });
  return { agent, request: undici.request };
}

function openBody(
  answer: Dispatcher.ResponseData,
  method: string,
  headers: Record<string, string>,
  maxBytes: number,
  signal?: AbortSignal,
) {
  const { statusCode, body } = answer;
  const isEmpty = method === 'HEAD' || statusCode === 204 || statusCode === 304;
  if (!isEmpty && (lengthOf(headers) ?? 0) > maxBytes) {
    drop(answer);
    throw new AnswerTooBig(maxBytes);
  }
  try {
    return toBody(body, isEmpty ? undefined : headers['content-encoding'], maxBytes, signal);
  } catch (error) {
    drop(answer);
    throw error;
  }
}

/** Ends an answer that nobody reads, with its connection: a body of any length may follow. */
function drop({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => undefined).destroy();
}
