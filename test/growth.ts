const parts = 8;

/** One long text may count this many times what its parts count: far from the 8 of a time that grows with the square. */
export const steadyGrowth = 4;

/** No text that is read in a steady time takes so long on any machine: it is not waited for again. */
const hopelessMs = 20_000;

/**
 * How many times longer `work` counts for one text of the longest length than for eight of an eighth of it each. In
 * processor time, and the least of some tries on both sides, so that what else a machine does says nothing of it; less
 * than two milliseconds count as two. A time that grows with the length alone (`abuse:A20`) is below
 * {@link steadyGrowth}; it is above 1, since long texts leave more to collect.
 */
export function growthOf(work: (length: number) => unknown, longest: number): number {
  const short = Math.floor(longest / parts);
  const inParts = () => {
    for (let part = 0; part < parts; part += 1) work(short);
  };
  let [leastInParts, leastAtOnce, growth] = [Infinity, Infinity, Infinity];
  for (let tries = 0; tries < 6; tries += 1) {
    leastInParts = Math.min(leastInParts, Math.max(processorMs(inParts), 2));
    leastAtOnce = Math.min(
      leastAtOnce,
      processorMs(() => work(longest)),
    );
    growth = leastAtOnce / leastInParts;
    if (growth < steadyGrowth || leastAtOnce > hopelessMs) break;
  }
  return growth;
}

function processorMs(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}
