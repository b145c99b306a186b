/** Which episodes of a show an address asks for: a page of all, or of one season or mini-series. */
export interface AskedList {
  page: number;
  part?: { kind: 'season' | 'series'; key: string };
}

/** From `?page=`, `?season=`, `?series=`; undefined for what no page of ours links to. Everything else is of no meaning. */
export function readList(query: unknown): AskedList | undefined {
  const { page = '1', season, series } = (query ?? {}) as Record<string, unknown>;
  if (typeof page !== 'string' || !/^[1-9]\d{0,4}$/.test(page)) return undefined;
  const at = Number(page);
  if (season !== undefined) {
    return typeof season === 'string' && /^\d{1,4}$/.test(season)
      ? { page: at, part: { kind: 'season', key: String(Number(season)) } }
      : undefined;
  }
  if (series === undefined) return { page: at };
  return typeof series === 'string' && /^[a-z0-9-]{1,100}$/.test(series)
    ? { page: at, part: { kind: 'series', key: series } }
    : undefined;
}

/** What tells one list from the others in the cache. */
export function keyOfList({ page, part }: AskedList): string {
  return `${page}${part ? ` ${part.kind} ${part.key}` : ''}`;
}
