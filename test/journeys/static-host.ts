import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { parseRange } from '#libs/storage';

/** A plain web server over a folder, as anybody's host is: types by their endings, ranges, HEAD, `index.html` of folders. */
export interface StaticHost {
  origin: string;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xml': 'application/rss+xml; charset=utf-8',
  '.json': 'application/json',
  '.js': 'text/javascript',
  '.mp3': 'audio/mpeg',
  '.jpg': 'image/jpeg',
  '.vtt': 'text/vtt; charset=utf-8',
  '.srt': 'application/x-subrip',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

export async function openStaticHost(folder: string): Promise<StaticHost> {
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url!, 'http://host');
      const path = join(
        folder,
        normalize(decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname)),
      );
      const found = await stat(path).catch(() => undefined);
      if (!found?.isFile()) return void response.writeHead(404).end();
      const changed = found.mtime.toUTCString();
      const ifRange = request.headers['if-range'];
      const isSame = ifRange === undefined || ifRange === changed;
      const range = parseRange(isSame ? request.headers.range : undefined, found.size);
      if (range.kind === 'unsatisfiable') {
        return void response.writeHead(416, { 'content-range': `bytes */${found.size}` }).end();
      }
      const { start, end } = range.kind === 'part' ? range : { start: 0, end: found.size - 1 };
      response.writeHead(range.kind === 'part' ? 206 : 200, {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-length': end - start + 1,
        'accept-ranges': 'bytes',
        'last-modified': changed,
        'access-control-allow-origin': '*',
        ...(range.kind === 'part' && { 'content-range': `bytes ${start}-${end}/${found.size}` }),
      });
      if (request.method === 'HEAD') return void response.end();
      createReadStream(path, { start, end }).pipe(response);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
