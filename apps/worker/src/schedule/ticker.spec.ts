import { Ticker } from './ticker.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('Ticker', () => {
  it('does a chore at once and again, never twice at the same time, and goes on after a failure', async () => {
    const warnings: unknown[] = [];
    const ticker = new Ticker({ warn: (...args: unknown[]) => void warnings.push(args) } as never);
    let rounds = 0;
    let atOnce = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++atOnce);
      await pause(15);
      atOnce -= 1;
      if (++rounds === 1) throw new Error('first');
    };
    ticker.start([{ name: 'test', everyMs: 5, work }]);
    while (rounds < 3) await pause(5);
    await ticker.stop();
    const done = rounds;
    await pause(30);
    expect(rounds).toBe(done);
    expect(atOnce).toBe(0);
    expect(most).toBe(1);
    expect(warnings).toHaveLength(1);
  });
});
