import { lookup } from 'node:dns/promises';

/** What of the world a test replaces: names, and where the address that was checked is reached. */
export interface Network {
  /** All addresses of a host's name. */
  resolve(host: string): Promise<readonly string[]>;
  /** Where the checked address and port are reached: there. */
  route(address: string, port: number): { address: string; port: number };
}

/** The machine's own. Names go by its resolver, with /etc/hosts, as they do for every other program. */
export const machineNetwork: Network = {
  resolve: async (host) => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
  route: (address, port) => ({ address, port }),
};
