import type { LookupFunction, Socket } from 'node:net';
import { callbackify } from 'node:util';
import { buildConnector } from 'undici';
import { AddressNotFetched } from './error.js';
import type { Network } from './network.js';
import { isOutwardAddress } from './target/address.policy.js';
import { literalOf } from './target/target.policy.js';

const connectMs = 10_000;

/**
 * Opens connections for undici. A host's name is resolved once, here; every one of its addresses must be outward, and
 * the connection goes to the very addresses that were looked at, so that a name that changes its mind between the
 * look and the connection leads nowhere (`abuse:A14`). Origins in `allowed` are connected as they are.
 */
export function makeConnector(network: Network, allowed: ReadonlySet<string>): buildConnector.connector {
  const open = buildConnector({ timeout: connectMs });
  const connect = callbackify(async (options: buildConnector.Options) => {
    if (allowed.has(originOf(options))) return dial(open, options);
    const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80));
    return dialChecked(await routesTo(options.hostname, port, network), options);
  });
  return (options, callback) =>
    connect(options, (error, socket) => (error ? callback(error, null) : callback(null, socket)));
}

type Route = ReturnType<Network['route']>;

async function routesTo(hostname: string, port: number, network: Network): Promise<readonly Route[]> {
  const addresses = await addressesOf(hostname, network);
  if (addresses.length === 0) throw new AddressNotFetched('name');
  if (!addresses.every(isOutwardAddress)) throw new AddressNotFetched('inward');
  return addresses.map((address) => network.route(address, port));
}

async function addressesOf(hostname: string, network: Network): Promise<readonly string[]> {
  const literal = literalOf(hostname);
  if (literal) return [literal];
  try {
    return await within(connectMs, network.resolve(hostname));
  } catch (cause) {
    throw new AddressNotFetched('name', { cause });
  }
}

function dialChecked(routes: readonly Route[], options: buildConnector.Options): Promise<Socket> {
  const [first] = routes as [Route];
  const connect = buildConnector({ timeout: connectMs, lookup: answerWith(routes.map(({ address }) => address)) });
  // A name stays the name, for TLS and for `lookup` to be asked; a number is not looked up by node.
  const hostname = literalOf(options.hostname) ? first.address : options.hostname;
  return dial(connect, { ...options, hostname, port: String(first.port) });
}

function dial(connect: buildConnector.connector, options: buildConnector.Options): Promise<Socket> {
  return new Promise((resolve, reject) => {
    connect(options, (...[error, socket]) => (error ? reject(error) : resolve(socket as Socket)));
  });
}

/** Gives node the addresses that were looked at, whatever it asks for. */
function answerWith(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return (_hostname, options, callback) => {
    const [first] = all as [(typeof all)[number]];
    if (options.all) callback(null, all);
    else callback(null, first.address, first.family);
  };
}

function originOf({ protocol, hostname, port }: buildConnector.Options): string {
  return new URL(`${protocol}//${hostname}${port ? `:${port}` : ''}`).origin;
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The name was not resolved in time.')), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
