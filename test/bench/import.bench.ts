import { setTimeout as sleep } from 'node:timers/promises';
import { anOldHost } from '../factories/old-host.js';
import { type ApiClient, openClient, ownerEnv, take } from '../journeys/client.js';
import { startInstance } from '../journeys/instance.js';
import { median } from './process-cost.js';
import type { Row } from './table.js';

const items = 500;
const rounds = 3;

/** A podcast of 500 episodes moves in from a server beside: until it can be seen what would come, and until it is here. */
export async function benchImport(): Promise<Row[]> {
  const host = await anOldHost({ items });
  const instance = await startInstance({
    env: { ...ownerEnv, NODE_ENV: 'production', ALLOW_OLD_FFMPEG: '1', OUTBOUND_ALLOW: host.url },
  });
  try {
    const client = openClient(instance.origin);
    await client.signIn();
    const looks: number[] = [];
    const drafts: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { importId, seconds } = await look(client, host.feedUrl);
      looks.push(seconds);
      drafts.push(await make(client, importId));
      await take(client.api.POST('/api/v1/imports/{importId}/cancel', at(importId)));
    }
    return [
      {
        what: `a feed of ${items} items: what would come can be seen`,
        value: median(looks),
        unit: 's',
        must: { atMost: 5 },
      },
      {
        what: `a show of ${items} drafts can be seen, its files on their way`,
        value: median(drafts),
        unit: 's',
        aim: { atMost: 10 },
      },
    ];
  } finally {
    await instance.remove();
    await host.close();
  }
}

const at = (importId: string) => ({ params: { path: { importId } } });

async function look(client: ApiClient, url: string): Promise<{ importId: string; seconds: number }> {
  const began = performance.now();
  const { id: importId } = await take(client.api.POST('/api/v1/imports', { body: { url } }));
  for (;;) {
    const { state, report, error } = await take(client.api.GET('/api/v1/imports/{importId}', at(importId)));
    if (state === 'failed') throw new Error(error?.message);
    if (state === 'needs-you' && report?.toMake === items) return { importId, seconds: since(began) };
    await sleep(20);
  }
}

async function make(client: ApiClient, importId: string): Promise<number> {
  const began = performance.now();
  await take(client.api.POST('/api/v1/imports/{importId}/start', { ...at(importId), body: {} }));
  for (;;) {
    const { step, state } = await take(client.api.GET('/api/v1/imports/{importId}', at(importId)));
    if (state === 'failed') throw new Error('The drafts could not be made.');
    if (step === 'copy') return since(began);
    await sleep(50);
  }
}

function since(began: number): number {
  return (performance.now() - began) / 1000;
}
