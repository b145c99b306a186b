import { Show } from '#libs/catalog';
import { EstradeError } from '#libs/kernel';
import type { OutboundAnswer } from '#libs/outbound';
import type { Handler } from '#libs/queue';
import { readFeed } from '../feed-document/read-feed.js';
import type { ImportDeps } from './import.deps.js';
import { Import, type MoveCheck } from './import.entity.js';

const hops = 5;
const readBytes = 10 * 1024 ** 2;

/** Asks the old address of a show that moved in where it leads by now: by redirect, or by itunes:new-feed-url. */
export function makeCheckMove(deps: ImportDeps): Handler<{ importId: string; version: number }> {
  return async ({ importId: id }, { signal }) => {
    const { manager } = deps.dataSource;
    const found = await manager.findOneBy(Import, { id });
    const show = found?.showId ? await manager.findOneBy(Show, { id: found.showId }) : null;
    if (!found || !show) return;
    const wanted = deps.addresses.showFeed(show.slug);
    const result = await ask(deps, found.sourceUrl, wanted, signal);
    const move: MoveCheck = { ...result, checkedAt: deps.clock.now().toISOString() };
    await manager.update(Import, { id }, { move: move as object });
  };
}

/** Hop by hop, so that our own address is recognised without being asked. */
async function ask(
  { outbound, idleMs }: ImportDeps,
  sourceUrl: string,
  wanted: string,
  signal: AbortSignal,
): Promise<Omit<MoveCheck, 'checkedAt'>> {
  let url = sourceUrl;
  let status: number | null = null;
  try {
    for (let hop = 0; hop <= hops; hop += 1) {
      const answer = await outbound.fetch(url, { maxRedirects: 0, maxBytes: readBytes, idleMs, signal });
      status ??= answer.status;
      const next = answer.headers['location'];
      if (answer.status < 300 || answer.status >= 400 || !next) return { ...(await readNamed(answer, wanted)), status };
      answer.body.on('error', () => undefined).destroy();
      url = URL.canParse(next, url) ? new URL(next, url).href : '';
      if (isSame(url, wanted)) return { state: 'redirects', to: url, status };
      if (!url) break;
    }
    return { state: 'elsewhere', to: url, status };
  } catch (error) {
    if (signal.aborted || !(error instanceof EstradeError)) throw error;
    return { state: url === sourceUrl ? 'unreachable' : 'elsewhere', to: url === sourceUrl ? '' : url, status };
  }
}

async function readNamed(answer: OutboundAnswer, wanted: string): Promise<Omit<MoveCheck, 'checkedAt' | 'status'>> {
  const source = { bytes: answer.body, contentType: answer.headers['content-type'] ?? '', url: answer.url };
  try {
    if (answer.status !== 200) return { state: 'unreachable', to: '' };
    const { channel } = await readFeed(source, { itemsMax: 3, onItem: () => {} });
    const to = channel.newFeedUrl;
    if (!to) return { state: 'not-yet', to: '' };
    return { state: isSame(to, wanted) ? 'named' : 'elsewhere', to };
  } finally {
    answer.body.on('error', () => undefined).destroy();
  }
}

function isSame(one: string, other: string): boolean {
  const plain = (url: string) => url.replace(/^https?:/i, '').replace(/\/+$/, '');
  return plain(one) === plain(other);
}
