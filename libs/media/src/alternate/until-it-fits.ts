import { type RenderPlan, type Verification, withLowerPeaks } from '#libs/ffmpeg';
import { refuseMissed } from '../pipeline/refuse-missed.js';

const mostTries = 3;

/**
 * Makes and measures a file until its peaks are below the bar: encoders push them up by different amounts.
 * @throws VerificationFailed after three tries, or for a wrong length, which no other plan would mend
 */
export async function untilItFits(
  plan: RenderPlan,
  make: (plan: RenderPlan) => Promise<Verification>,
): Promise<Verification> {
  for (let tries = 1, wanted = plan; ; tries += 1) {
    const done = await make(wanted);
    const better = tries < mostTries ? withLowerPeaks(wanted, done) : null;
    if (!better) {
      refuseMissed(done, ['duration', 'truePeak']);
      return done;
    }
    wanted = better;
  }
}
