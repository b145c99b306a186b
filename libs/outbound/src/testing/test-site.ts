import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Network } from '../network.js';

/** A server on loopback that counts what reaches it. */
export interface TestServer {
  readonly port: number;
  readonly origin: string;
  /** Method and path of every request, in order. */
  readonly seen: string[];
  close(): Promise<void>;
}

export async function openTestServer(listener: RequestListener): Promise<TestServer> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The public address that stands for the test server in a made-up world. */
export const outside = '93.184.216.34';

/** A world of names in which `outside` is the server on `port`, and every other address is where it is. */
export function worldOf(names: Record<string, () => readonly string[]>, port: number): Network & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    resolve: async (host) => {
      asked.push(host);
      const addresses = names[host];
      if (!addresses) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
      return addresses();
    },
    route: (address, wanted) =>
      address === outside ? { address: '127.0.0.1', port } : { address: '127.0.0.1', port: wanted },
  };
}
