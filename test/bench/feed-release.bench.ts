import { setTimeout as sleep } from 'node:timers/promises';
import { Addresses, Episode, type Show } from '#libs/catalog';
import { openDataSource } from '#libs/database';
import { system, systemClock } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { anEpisode, aShow } from '../factories/catalog.js';
import { aCatalog, allEntities } from '../factories/world.js';
import type { FilledInstance } from './filled-instance.js';
import type { Row } from './table.js';

const releases = 24;
const aheadSeconds = 2;

/** Releases a second apart, each published two seconds ahead: how long after its moment the feed has it. */
export async function benchReleases({ databaseUrl, origin }: FilledInstance): Promise<Row[]> {
  const db = await openDataSource(databaseUrl, allEntities);
  try {
    const addresses = new Addresses(origin);
    const show = await aShow(db, { title: 'Releases', language: 'en-CA' });
    await anEpisode(db, show, { texts: [{ lang: 'en', title: 'The first', summary: '', notes: '' }] }, addresses);
    const guids = await makeDrafts(db, show, addresses);
    const url = `${origin}/${show.slug}/feed.xml`;
    const watched = watch(url, new Set(guids.values()));
    const { publishing } = aCatalog(db, systemClock, addresses);
    const due = new Map<string, number>();
    for (const [id, guid] of guids) {
      await publishing.publish(system, show.id, id, { afterSeconds: aheadSeconds });
      const { scheduledAt } = await db.getRepository(Episode).findOneByOrFail({ id });
      due.set(guid, scheduledAt!.getTime());
      await sleep(1_000);
    }
    const seen = await watched;
    const late = [...due].map(([guid, at]) => seen.get(guid)! - at).sort((a, b) => a - b);
    const p95 = late[Math.ceil(late.length * 0.95) - 1]!;
    const note = `${releases} releases; median ${late[late.length >> 1]} ms`;
    return [
      { what: 'release to new bytes served, p95', value: p95 / 1000, unit: 's', must: { atMost: 1 }, note },
      { what: 'the earliest after its moment', value: late[0]!, unit: 'ms', must: { atLeast: 0 } },
    ];
  } finally {
    await db.destroy();
  }
}

async function makeDrafts(db: DataSource, show: Show, addresses: Addresses): Promise<Map<string, string>> {
  const guids = new Map<string, string>();
  for (let number = 1; number <= releases; number += 1) {
    const texts = [{ lang: 'en' as const, title: `Release ${number}`, summary: '', notes: '' }];
    const { id, guid } = await anEpisode(db, show, { number, texts, state: 'draft' }, addresses);
    guids.set(id, guid);
  }
  return guids;
}

/** When each guid was first served, in milliseconds of the clock; the feed is asked for every 10 ms. */
async function watch(url: string, guids: ReadonlySet<string>): Promise<Map<string, number>> {
  const seen = new Map<string, number>();
  const end = Date.now() + (releases + aheadSeconds + 30) * 1_000;
  let etag = '';
  while (seen.size < guids.size && Date.now() < end) {
    const answer = await fetch(url, { headers: { 'if-none-match': etag } });
    if (answer.status === 200) {
      etag = answer.headers.get('etag')!;
      const text = await answer.text();
      for (const guid of guids) if (!seen.has(guid) && text.includes(guid)) seen.set(guid, Date.now());
    }
    await sleep(10);
  }
  if (seen.size < guids.size) throw new Error(`Only ${seen.size} of ${guids.size} releases were served.`);
  return seen;
}
