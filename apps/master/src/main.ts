import { ConfigError, readConfig } from '#libs/config';
import { FfmpegUnusable, findFfmpeg } from '#libs/ffmpeg';
import { EstradeError, systemClock } from '#libs/kernel';
import { isKey, translator } from '#libs/messages';
import { readCommandLine, regionOf, UsageError } from './command-line.js';
import { runRequest } from './run.js';

/** Codes: 0 made, 1 refused or failed with a sentence, 2 not understood, 130 interrupted. */
const args = process.argv.slice(2);
const region = regionOf(args, process.env.LANG);
const t = translator(region);

const stopped = new AbortController();
const stop = (): void => stopped.abort(new Error('interrupted'));
process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);

try {
  process.exitCode = await run();
} catch (error) {
  process.exitCode = tell(error);
}

async function run(): Promise<number> {
  const request = readCommandLine(args, region);
  if (request === 'help') {
    process.stdout.write(`${t('master.help')}\n`);
    return args.length === 0 ? 2 : 0;
  }
  const tools = await findFfmpeg(readConfig(process.env));
  // npm runs scripts in the project's folder; paths are meant from where somebody typed the command.
  const folder = process.env.npm_lifecycle_event === 'master' ? process.env.INIT_CWD : undefined;
  await runRequest(request, {
    ...{ tools, clock: systemClock, signal: stopped.signal },
    folder: folder ?? process.cwd(),
    out: process.stdout,
    err: process.stderr,
  });
  return 0;
}

/** Our own sentences as they are, in the language that was asked for; anything else with its stack. */
function tell(error: unknown): number {
  if (stopped.signal.aborted) {
    process.stderr.write(`${t('master.interrupted')}\n`);
    return 130;
  }
  if (error instanceof UsageError) {
    process.stderr.write(`${t(error.key, error.params)}\n${t('master.seeHelp')}\n`);
    return 2;
  }
  process.stderr.write(`${toSentence(error)}\n`);
  return 1;
}

function toSentence(error: unknown): string {
  if (error instanceof EstradeError && !(error instanceof FfmpegUnusable)) {
    const key = `master.error.${error.code}`;
    const common = `error.${error.code}`;
    if (isKey(key)) return t(key, error.params as Record<string, string | number>);
    return isKey(common) ? t(common, error.params as Record<string, string | number>) : error.message;
  }
  if (error instanceof ConfigError || error instanceof FfmpegUnusable) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
