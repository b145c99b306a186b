import type { Verification, VerificationCheck } from '#libs/ffmpeg';
import { VerificationFailed } from '../recording/recording.error.js';

/** @throws VerificationFailed for the first of these promises that was not kept. */
export function refuseMissed(
  { checks }: Pick<Verification, 'checks'>,
  names: readonly VerificationCheck['name'][],
): void {
  const missed = checks.find(({ name, passed }) => !passed && names.includes(name));
  if (missed) throw new VerificationFailed(missed.name, missed.measured);
}
