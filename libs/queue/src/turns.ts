import type { Job, Queue } from 'bullmq';
import { type AnyJob, turnOf } from './job.js';
import { type Candidate, chooseNext, toPriority } from './turn.plan.js';

/** So many waiting jobs are looked at; the queue's own order decides about the rest. */
const lookAhead = 1_000;
const chosen = 1;

/**
 * Decides at take-up whose turn it is. A worker that was given a job by the queue asks whether it should do another
 * one first; that one is then put at the head and the first goes back, with its tries untouched. Several workers may
 * decide at the same time: of two that took jobs at once, the one that was earlier counts as running.
 */
export class Turns {
  private readonly served = new Map<string, number>();
  private readonly known = new Map<string, Candidate>();
  private turns = 0;

  /** `queue` is where the jobs wait; jobs that run in `peers` count as their owners' running ones too. */
  constructor(
    private readonly queue: Queue,
    private readonly peers: readonly Queue[],
    private readonly jobs: ReadonlyMap<string, AnyJob>,
  ) {}

  /** Whether the taken job may run now; if not, it is back in the queue and the right one is at its head. */
  async mayRun(job: Job, token: string | undefined): Promise<boolean> {
    const mine = this.toCandidate(job);
    if (!mine) return true;
    const next = chooseNext([mine, ...(await this.listWaiting())], await this.listRunning(job), this.served);
    if (next.id !== mine.id && (await this.putFirst(next.id))) {
      if (job.priority === chosen) await job.changePriority({ priority: toPriority(mine) });
      await job.moveToWait(token);
      return false;
    }
    this.served.set(mine.owner, (this.turns += 1));
    return true;
  }

  private async listWaiting(): Promise<Candidate[]> {
    const ids = await this.queue.getRanges(['prioritized'], 0, lookAhead - 1, true);
    const waiting = new Set(ids);
    for (const id of this.known.keys()) if (!waiting.has(id)) this.known.delete(id);
    const found = await Promise.all(ids.map(async (id) => this.known.get(id) ?? this.read(id)));
    return found.filter((each) => each !== undefined);
  }

  /** The owners of what runs, once for each job. */
  private async listRunning(mine: Job): Promise<string[]> {
    const lists = await Promise.all(this.peers.map((queue) => queue.getActive(0, lookAhead)));
    return lists
      .flat()
      .filter((job) => job?.id && job.id !== mine.id && wasTakenBefore(job, mine))
      .flatMap((job) => this.toCandidate(job)?.owner ?? []);
  }

  private async read(id: string): Promise<Candidate | undefined> {
    const job = (await this.queue.getJob(id)) as Job | undefined;
    const candidate = job && this.toCandidate(job);
    if (candidate) this.known.set(id, candidate);
    return candidate;
  }

  private toCandidate(job: Job): Candidate | undefined {
    const definition = this.jobs.get(job.name);
    if (!definition?.payload.safeParse(job.data).success) return undefined;
    const turn = turnOf({ job: definition, payload: job.data });
    return turn && { ...turn, id: job.id!, since: job.timestamp };
  }

  /** False when it is gone in the meantime. */
  private async putFirst(id: string): Promise<boolean> {
    const job = (await this.queue.getJob(id)) as Job | undefined;
    if (!job) return false;
    return job.changePriority({ priority: chosen, lifo: true }).then(
      () => true,
      () => false,
    );
  }
}

function wasTakenBefore(a: Job, b: Job): boolean {
  const [left, right] = [a.processedOn ?? 0, b.processedOn ?? 0];
  return left === right ? a.id! < b.id! : left < right;
}
