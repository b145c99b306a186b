import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** As sent: not decoded. */
  body: Buffer;
}

/** One request, exactly with these headers and without following redirects or decoding: `fetch` would hide what is checked. */
export function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const asked = send(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    });
    asked.on('error', reject).end();
  });
}

/** As `ask`, following at most five redirects (`feed:N11`). */
export async function askThrough(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  let at = url;
  for (let hops = 0; hops <= 5; hops += 1) {
    const answer = await ask(at, headers, method);
    const to = answer.headers.location;
    if (answer.status < 300 || answer.status > 399 || answer.status === 304 || !to) return answer;
    at = new URL(to, at).href;
  }
  throw new Error(`${url} redirects more than five times`);
}
