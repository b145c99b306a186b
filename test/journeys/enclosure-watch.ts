import { createHash } from 'node:crypto';
import { parseRssFeed } from 'feedsmith';

/** What a feed announces of its first item, and what is really there. */
export interface Seen {
  readonly guid: string;
  readonly url: string;
  readonly length: number;
  /** SHA-256 of the bytes that were served. */
  readonly digest: string;
}

export interface Watch {
  /** What the newest round saw, once it has begun after this call. */
  latest(): Promise<Seen>;
  /** Waits for so many more rounds. */
  rounds(count: number): Promise<void>;
  /** Announced lengths that differed from what was served, in words. */
  differences(): readonly string[];
  /** From now on nothing needs to answer, until `expectPresence`. */
  expectAbsence(): void;
  expectPresence(): void;
  stop(): Promise<void>;
}

/** Reads a feed again and again, and holds the length of its enclosure against HEAD and against the bytes of GET. */
export function watchEnclosure(feedUrl: string): Watch {
  const differences: string[] = [];
  let last: Seen | undefined;
  let begun = 0;
  let done = 0;
  let isAway = false;
  let isStopped = false;

  const run = async () => {
    while (!isStopped) {
      const round = (begun += 1);
      const mayFail = isAway;
      try {
        last = await look(feedUrl, differences);
        done = round;
      } catch (error) {
        if (!mayFail && !isAway) differences.push(`round ${round}: ${String(error)}`);
      }
      await pause(30);
    }
  };
  const running = run();
  const reach = async (round: number) => {
    const giveUpAt = Date.now() + 60_000;
    while (done < round) {
      if (Date.now() > giveUpAt) throw new Error('The feed was not read for a minute.');
      await pause(20);
    }
  };
  return {
    async latest() {
      await reach(begun + 1);
      return last!;
    },
    rounds: (count) => reach(begun + count),
    differences: () => differences,
    expectAbsence: () => void (isAway = true),
    expectPresence: () => void (isAway = false),
    async stop() {
      isStopped = true;
      await running;
    },
  };
}

async function look(feedUrl: string, differences: string[]): Promise<Seen> {
  const [item] = parseRssFeed(await (await ask(feedUrl)).text()).items ?? [];
  const { url, length } = item!.enclosures![0]!;
  const head = Number((await ask(url!, 'HEAD')).headers.get('content-length'));
  const bytes = Buffer.from(await (await ask(url!)).arrayBuffer());
  if (head !== length || bytes.length !== length) {
    differences.push(`${url}: the feed says ${length}, HEAD ${head}, GET ${bytes.length}`);
  }
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { guid: item!.guid!.value!, url: url!, length: length!, digest };
}

async function ask(url: string, method = 'GET'): Promise<Response> {
  const answer = await fetch(url, { method });
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status}`);
  return answer;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
