import type { ShareKind } from './visitor.plan.js';

/** Something that was seen at a `via` of which nobody has said yet that it is somebody's. */
export interface WaitingVisit {
  readonly key: string;
  readonly via: string;
  readonly kind: ShareKind;
  readonly client: string;
  readonly day: string;
}

const most = 20_000;
/** A hall of people behind one address reads one code off a slide; who comes with many has made them up. */
const mostOfClient = 1_000;
const mostCodesOfClient = 20;

/** What waits until it is known which codes exist: bounded, and for each client too. */
export class WaitingVisits {
  private visits = new Map<string, WaitingVisit>();
  private clients = new Map<string, { count: number; codes: Set<string> }>();

  add(visit: WaitingVisit): void {
    if (this.visits.has(visit.key) || this.visits.size >= most) return;
    const { client, via } = visit;
    const own = this.clients.get(client) ?? { count: 0, codes: new Set() };
    if (own.count >= mostOfClient || (own.codes.size >= mostCodesOfClient && !own.codes.has(via))) return;
    own.count += 1;
    own.codes.add(via);
    this.clients.set(client, own);
    this.visits.set(visit.key, visit);
  }

  /** All of them; from now on others wait. */
  take(): WaitingVisit[] {
    const taken = [...this.visits.values()];
    this.visits = new Map();
    this.clients = new Map();
    return taken;
  }
}
