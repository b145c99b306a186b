import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';

/**
 * Asks for pages one after the other, as one reader does, and prints how many milliseconds each took until its last
 * byte. A process of its own: what fills a database holds much, and would be heard in the times.
 * `page-client.js ORIGIN PATHS.json` with `{ warmUp, paths }`.
 */
const [origin, file] = process.argv.slice(2) as [string, string];
const { warmUp, paths } = JSON.parse(readFileSync(file, 'utf8')) as { warmUp: string[]; paths: string[] };
const agent = new Agent({ keepAlive: true });

function timeOf(path: string): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const asked = get(origin + path, { agent, headers: { 'accept-encoding': 'br' } }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${path} answered ${answer.statusCode}`));
      answer.resume().once('end', () => resolve(performance.now() - began));
    });
    asked.once('error', reject);
  });
}

for (const path of warmUp) await timeOf(path);
const times: number[] = [];
for (const path of paths) times.push(await timeOf(path));
process.stdout.write(JSON.stringify(times));
agent.destroy();
