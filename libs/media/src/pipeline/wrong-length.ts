import type { Verification } from '#libs/ffmpeg';
import { VerificationFailed } from '../recording/recording.error.js';

/** @throws VerificationFailed, as a wrong length cannot be planned away. */
export function refuseWrongLength({ checks }: Pick<Verification, 'checks'>): void {
  const duration = checks.find(({ name }) => name === 'duration');
  if (duration && !duration.passed) throw new VerificationFailed(duration.name, duration.measured);
}
