import { connect } from 'node:net';

/**
 * Asks one thing over and over on some keep-alive connections and prints answers per second: a client so
 * light that the server is what is measured. `load-client.js PORT PATH SECONDS CONNECTIONS [HEADER…]`
 */
const [port, path, seconds, connections, ...headers] = process.argv.slice(2) as [string, string, string, string];
const request = Buffer.from(
  `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n${headers.map((h) => `${h}\r\n`).join('')}\r\n`,
);

let answers = 0;
let answerBytes = 0;

/** The size of one whole answer; all are alike. */
function sizeOf(head: Buffer): number | undefined {
  const end = head.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const text = head.toString('latin1', 0, end);
  const status = Number(text.slice(9, 12));
  if (status !== 200 && status !== 304) throw new Error(`The server answered ${status} for ${path}`);
  const length = status === 304 ? 0 : Number(/content-length: (\d+)/i.exec(text)?.[1]);
  return end + 4 + length;
}

function open(): void {
  const socket = connect(Number(port), '127.0.0.1', () => socket.write(request));
  socket.setNoDelay(true);
  let received = 0;
  let head: Buffer | undefined;
  socket.on('data', (chunk: Buffer) => {
    if (!answerBytes) {
      head = head ? Buffer.concat([head, chunk]) : chunk;
      answerBytes = sizeOf(head) ?? 0;
    }
    received += chunk.length;
    while (answerBytes && received >= answerBytes) {
      received -= answerBytes;
      answers += 1;
      socket.write(request);
    }
  });
  socket.on('error', (error) => {
    throw error;
  });
}

for (let i = 0; i < Number(connections); i += 1) open();
setTimeout(() => {
  const start = process.hrtime.bigint();
  answers = 0;
  setTimeout(
    () => {
      process.stdout.write(String(answers / (Number(process.hrtime.bigint() - start) / 1e9)));
      process.exit(0);
    },
    Number(seconds) * 1000,
  );
}, 300);
