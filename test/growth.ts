/** Eight times the length may count this many times as long: three times its share, and far from the 64 of a square. */
export const steadyGrowth = 24;

/**
 * How many times longer `work` counts for a text of the longest length than for an eighth of it. In processor time,
 * and the least of some tries on both sides, so that what else a machine does says nothing of it; less than a
 * millisecond counts as one. A time that grows with the length alone (`abuse:A20`) is below {@link steadyGrowth}.
 */
export function growthOf(work: (length: number) => unknown, longest: number): number {
  const short = Math.floor(longest / 8);
  const least = { short: Infinity, long: Infinity };
  let growth = Infinity;
  for (let tries = 0; tries < 6 && growth >= steadyGrowth; tries += 1) {
    least.short = Math.min(
      least.short,
      Math.max(
        processorMs(() => work(short)),
        1,
      ),
    );
    least.long = Math.min(
      least.long,
      processorMs(() => work(longest)),
    );
    growth = least.long / least.short;
  }
  return growth;
}

function processorMs(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}
