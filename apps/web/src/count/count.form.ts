import { isVia } from '#libs/stats';

/** What a beacon says; undefined for whatever a page of ours does not send. */
export function readCount(body: unknown): { via: string; kind: 'play' | 'share' } | undefined {
  if (typeof body !== 'string' || body.length > 1_000) return undefined;
  const fields = new URLSearchParams(body);
  const [via, kind] = [fields.get('via'), fields.get('kind')];
  // Where it happened is told along, and not kept.
  const isKnown = [...fields.keys()].every((name) => ['via', 'kind', 'path'].includes(name));
  if (!isKnown || !isVia(via)) return undefined;
  return kind === 'play' || kind === 'share' ? { via, kind } : undefined;
}
