import { ShareRecorder } from './share-recorder.js';
import type { ShareTally } from './write-shares.js';

const clock = { now: () => new Date('2026-05-20T10:00:00Z') };
const letters = '23456789abcdefghjkmnpqrstuvwxyz';
const code = (n: number) => [0, 1, 2, 3, 4].map((i) => letters[Math.floor(n / 31 ** i) % 31]).join('');

/** A recorder over guests' links with these codes, and what it writes. */
function recording(...codes: string[]) {
  const written: ShareTally[] = [];
  let isAway = false;
  const query = (sql: string, [given]: [string | string[]]) => {
    if (isAway) return Promise.reject(new Error('away'));
    if (typeof given !== 'string') return Promise.resolve(codes.flatMap((via) => (given.includes(via) ? { via } : [])));
    if (sql.startsWith('insert')) written.push(...(JSON.parse(given) as ShareTally[]));
    return Promise.resolve([]);
  };
  const recorder = new ShareRecorder({ query: query as never }, clock, { warn() {} });
  const visit = (via: string, ip: string, n = 1) =>
    recorder.count({ via, kind: 'visit', ip, userAgent: `Mozilla/5.0 Firefox/${n}` });
  const visits = async (via: string) => {
    await recorder.flush();
    return written.filter((row) => row.via === via).reduce((sum, row) => sum + row.visits, 0);
  };
  return { visit, visits, written, away: (is: boolean) => (isAway = is) };
}

describe('the counting of visits by links', () => {
  it('gives codes that somebody has made up no place', async () => {
    const { visit, visits, written } = recording('k3m9p');
    for (let n = 0; n < 210_000; n += 1) visit(code(n), `198.51.${n % 100}.${n % 250}`);
    expect(await visits('k3m9p')).toBe(0);
    for (let n = 0; n < 300; n += 1) visit('k3m9p', '192.0.2.1', n);
    expect(await visits('k3m9p')).toBe(300);
    expect(new Set(written.map(({ via }) => via))).toEqual(new Set(['k3m9p']));
  });

  it('gives one client few of a day’s places, whatever names it comes with', async () => {
    const { visit, visits } = recording('k3m9p');
    visit('k3m9p', '2001:db8::1');
    expect(await visits('k3m9p')).toBe(1);
    for (let n = 0; n < 5_000; n += 1) visit('k3m9p', `2001:db8::${(n + 2).toString(16)}`, n);
    expect(await visits('k3m9p')).toBe(2_000);
    visit('k3m9p', '192.0.2.1');
    expect(await visits('k3m9p')).toBe(2_001);
  });

  it('lets one client ask for few codes at a time, without harm to others', async () => {
    const { visit, visits } = recording('k3m9p', 'zzzzz');
    for (let n = 0; n < 20_000; n += 1) visit(code(n), '198.51.100.7');
    visit('k3m9p', '198.51.100.7');
    visit('zzzzz', '192.0.2.1');
    expect([await visits('k3m9p'), await visits('zzzzz')]).toEqual([0, 1]);
  });

  it('keeps what could not be looked up for the next time', async () => {
    const { visit, visits, away } = recording('k3m9p');
    away(true);
    visit('k3m9p', '192.0.2.1');
    expect(await visits('k3m9p')).toBe(0);
    away(false);
    expect(await visits('k3m9p')).toBe(1);
  });
});
