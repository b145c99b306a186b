import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** The floor: a bare handler that sends the same bytes and headers from memory. `bare-server.js ANSWERS.json` prints its port. */
interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Base64; absent for 304. */
  body?: string;
}

const answers = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Record<
  string,
  { full: Answer; unchanged: Answer }
>;
const ready = Object.fromEntries(
  Object.entries(answers).map(([path, { full, unchanged }]) => [
    path,
    { full, unchanged, etag: full.headers.etag, body: Buffer.from(full.body ?? '', 'base64') },
  ]),
);

const server = createServer((request, response) => {
  const found = ready[request.url ?? ''];
  if (!found) return response.writeHead(404).end();
  if (request.headers['if-none-match'] === found.etag) {
    return response.writeHead(304, found.unchanged.headers).end();
  }
  return response.writeHead(200, found.full.headers).end(found.body);
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as { port: number }).port));
