/** What the silent side needs, so that switching to it is heard at the same moment. */
export type Nudge = { kind: 'keep' } | { kind: 'rate'; rate: number } | { kind: 'seek' };

/** Nearer than this nobody hears a jump, s. */
const goodS = 0.008;
/** Further than this a change of speed would take too long, s. */
const farS = 0.35;

/** How to bring the silent side to where the heard one is: small differences by speed, large ones by a jump. */
export function toNudge(isS: number, shouldBeS: number): Nudge {
  const difference = shouldBeS - isS;
  if (Math.abs(difference) > farS) return { kind: 'seek' };
  if (Math.abs(difference) < goodS) return { kind: 'keep' };
  const speed = Math.max(-0.25, Math.min(0.25, difference * 1.2));
  return { kind: 'rate', rate: 1 + speed };
}
