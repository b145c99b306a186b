import { setTimeout as sleep } from 'node:timers/promises';
import { startInstance } from '../journeys/instance.js';
import { median, residentBytes } from './process-cost.js';
import type { Row } from './table.js';

const settleMs = 8_000;

/** From the command (after the build) to the first page: on an empty folder, then on one with everything in it; and memory at rest. */
export async function benchStart(): Promise<Row[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  let memory = 0;
  for (let round = 0; round < 3; round += 1) {
    const began = process.hrtime.bigint();
    const instance = await startInstance({ env: { LOG_LEVEL: 'info', NODE_ENV: 'production', ALLOW_OLD_FFMPEG: '1' } });
    await firstPage(instance.origin);
    cold.push(secondsSince(began));
    if (round === 0) {
      await sleep(settleMs);
      memory = residentBytes([instance.pid()], 'postgres');
    }
    await instance.stop();
    const again = process.hrtime.bigint();
    await instance.restart();
    await firstPage(instance.origin);
    warm.push(secondsSince(again));
    await instance.remove();
  }
  return [
    { what: 'start on an empty folder to the first 200', value: median(cold), unit: 's', must: { atMost: 5 } },
    { what: 'start with everything there to the first 200', value: median(warm), unit: 's', must: { atMost: 3 } },
    {
      what: 'memory at rest, both processes, without Postgres',
      value: memory / 1e6,
      unit: 'MB',
      must: { atMost: 350 },
    },
  ];
}

async function firstPage(origin: string): Promise<void> {
  const answer = await fetch(`${origin}/en`);
  if (answer.status !== 200) throw new Error(`The home page answered ${answer.status}`);
  await answer.text();
}

function secondsSince(began: bigint): number {
  return Number(process.hrtime.bigint() - began) / 1e9;
}
