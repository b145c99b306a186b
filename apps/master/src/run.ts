import { constants } from 'node:fs';
import { access, realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Ffmpeg, Finding } from '#libs/ffmpeg';
import type { Clock } from '#libs/kernel';
import { translator } from '#libs/messages';
import { type Request, UsageError } from './command-line.js';
import { masterFile, type Mastered, type MasterJob } from './master.js';
import { toPicture } from './picture.js';
import { makeProgress, type Out } from './progress.js';
import { toReport } from './report.js';
import { findingLine, missedLines, noteLine, resultLines } from './words.js';

/** Where a run happens: the folder that paths start from, what it writes to, and how it is stopped. */
export interface Surroundings {
  readonly folder: string;
  readonly tools: Ffmpeg;
  readonly clock: Clock;
  readonly out: Out;
  readonly err: Out;
  readonly signal: AbortSignal;
}

/**
 * Does what a command line asks for and tells it: progress on `err`, findings and the table on `out`.
 * @throws UsageError for files that are not there or would be overwritten; else what `masterFile` throws.
 */
export async function runRequest(request: Request, around: Surroundings): Promise<void> {
  const { region, isQuiet } = request;
  const { clock, err, signal } = around;
  const job = await toJob(request, around.folder);
  const progress = makeProgress(err, region, isQuiet);
  const say = (lines: readonly string[]): void => {
    if (isQuiet || lines.length === 0) return;
    progress.clear();
    around.out.write(`${lines.join('\n')}\n`);
  };
  const t = translator(region);
  const tellFindings = (findings: readonly Finding[]): void =>
    say([
      t(findings.length ? 'master.findings' : 'master.noFindings'),
      ...findings.map((each) => findingLine(region, each)),
      '',
    ]);
  try {
    const mastered = await masterFile(around.tools, job, {
      clock,
      signal,
      onProgress: (step, done) => progress.show(step, done),
      onFindings: tellFindings,
    });
    await writeBeside(request, around.folder, mastered);
    const { notes } = mastered.plan;
    say([
      ...notes.map((note) => noteLine(region, note)),
      ...(notes.length ? [''] : []),
      ...resultLines(region, mastered),
    ]);
    say(missedLines(region, mastered));
  } finally {
    progress.clear();
  }
}

/** The request with absolute paths of files that are there, none of which the results would replace. */
async function toJob(request: Request, folder: string): Promise<MasterJob> {
  const at = (path: string): string => resolve(folder, path);
  const read = [request.input, request.intro, request.outro, ...request.tracks].filter((path) => path !== null).map(at);
  for (const path of read) await refuseUnreadable(path);
  const written = [request.output, request.report, request.picture].filter((path) => path !== null).map(at);
  const taken = new Set(await Promise.all(read.map(identity)));
  for (const path of written) {
    await refuseUnwritable(path);
    const own = await identity(path);
    if (taken.has(own)) throw new UsageError('master.usage.SAME_FILE', { file: basename(path) });
    taken.add(own);
  }
  const { kind, order, chunks } = request;
  return {
    ...{ input: read[0]!, output: at(request.output), kind, order, chunks },
    intro: request.intro && at(request.intro),
    outro: request.outro && at(request.outro),
    tracks: request.tracks.map(at),
  };
}

async function refuseUnreadable(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  const isReadable =
    found?.isFile() &&
    (await access(path, constants.R_OK).then(
      () => true,
      () => false,
    ));
  if (!isReadable) throw new UsageError('master.usage.NOT_THERE', { file: basename(path) });
}

async function refuseUnwritable(path: string): Promise<void> {
  const isWritable = await access(dirname(path), constants.W_OK).then(
    () => true,
    () => false,
  );
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
  if (!isWritable || isFolder) throw new UsageError('master.usage.NO_PLACE', { file: basename(path) });
}

/** The same for two names of one file, hard links included. */
async function identity(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found) return `${found.dev}:${found.ino}`;
  return join(await realpath(dirname(path)).catch(() => dirname(path)), basename(path));
}

async function writeBeside(
  { report, picture, region, order }: Request,
  folder: string,
  mastered: Mastered,
): Promise<void> {
  if (report !== null) {
    await writeFile(resolve(folder, report), `${JSON.stringify(toReport(region, order, mastered), null, 2)}\n`);
  }
  if (picture !== null) await writeFile(resolve(folder, picture), toPicture(region, mastered));
}
