import { ConfigError } from '#libs/config';
import { EmbeddedPostgresError } from '#libs/database';
import { FfmpegUnusable } from '#libs/ffmpeg';
import { printOwnerLink, runMigrations } from './console.js';
import { greet } from './greeting.js';
import { startSolo } from './solo.app.js';
import { StartError } from './start-error.js';

const say = (line: string): void => console.log(line);

try {
  if (process.argv.includes('--migrate')) await runMigrations(process.env, say);
  else if (process.argv.includes('--owner-link')) await printOwnerLink(process.env, say);
  else await serve(process.argv.includes('--demo'));
} catch (error) {
  console.error(`\n${toMessage(error)}\n`);
  process.exit(1);
}

async function serve(withDemo: boolean): Promise<void> {
  let stop: (() => Promise<void>) | undefined;
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
    say(`\n${signal}: stopping in order; once more ends at once.`);
    const done = stop?.() ?? Promise.resolve();
    done.then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  const solo = await startSolo(process.env, say);
  stop = solo.stop;
  if (isStopping) return solo.stop();
  await greet(solo, say);
  if (!withDemo) return;
  const { publishDemo } = await import('./demo/demo.js');
  await publishDemo(solo.instance, say);
}

/** What a person at the console should read: our own sentences as they are, anything else with its stack. */
function toMessage(error: unknown): string {
  const ours = [ConfigError, EmbeddedPostgresError, FfmpegUnusable, StartError].some((kind) => error instanceof kind);
  return ours || !(error instanceof Error) ? String((error as Error).message) : (error.stack ?? error.message);
}
