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
  const starting = startSolo(process.env, say);
  let isStopping = false;
  let isSecondMeant = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isSecondMeant) process.exit(130);
    if (isStopping) return;
    isStopping = true;
    // One Ctrl-C can arrive twice: from the terminal and from a parent (npm, a watcher) that passes it on.
    setTimeout(() => (isSecondMeant = true), 1_000).unref();
    say(`\n${signal}: stopping in order; once more ends at once.`);
    // A start that is under way is let come to its end first: what it has opened has to be closed again.
    const done = starting.then((solo) => solo.stop());
    done.then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(toMessage(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  const solo = await starting;
  try {
    if (!isStopping) await greet(solo, say);
    if (isStopping || !withDemo) return;
    const { publishDemo } = await import('./demo/demo.js');
    await publishDemo(solo.instance, say);
  } catch (error) {
    // What a stop takes away from under it is no failure.
    if (!isStopping) throw error;
  }
}

/** What a person at the console should read: our own sentences as they are, anything else with its stack. */
function toMessage(error: unknown): string {
  const ours = [ConfigError, EmbeddedPostgresError, FfmpegUnusable, StartError].some((kind) => error instanceof kind);
  return ours || !(error instanceof Error) ? String((error as Error).message) : (error.stack ?? error.message);
}
