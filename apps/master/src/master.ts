import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Analysis,
  analyse,
  CoverTooLarge,
  extractCover,
  type Ffmpeg,
  type Finding,
  judgeFindings,
  mapTime,
  type Mp3Chapter,
  mux,
  type OutputKind,
  planAgain,
  planRender,
  type Probe,
  render,
  type RenderPlan,
  type SoundOrder,
  type Sources,
  toFindings,
  type Verification,
  verify,
} from '#libs/ffmpeg';
import { EstradeError } from '#libs/kernel';
import { openPiece, openTracks } from './sources.js';
import { type MasterControl, type Step, StepWatch } from './step-watch.js';
import { besideOutput } from './work-folder.js';

/** One file to be made of one recording. Paths are absolute. */
export interface MasterJob {
  readonly input: string;
  readonly output: string;
  readonly kind: OutputKind;
  readonly order: SoundOrder;
  readonly intro?: string | null;
  readonly outro?: string | null;
  /** Further files that sound together with the input. */
  readonly tracks?: readonly string[];
  readonly chunks?: number;
}

/** What was found, done and reached. */
export interface Mastered {
  readonly before: Analysis;
  readonly findings: readonly Finding[];
  readonly plan: RenderPlan;
  readonly after: Verification;
  /** Wall seconds of each step, all attempts together. */
  readonly seconds: Readonly<Record<Step, number>>;
}

/** 500: the file came out with another length than it has to have. */
export class WrongLength extends EstradeError {
  constructor() {
    super('VERIFICATION_FAILED', 500, 'The finished file has another length than the recording; nothing was written.');
  }
}

/** A piece of music does not begin or end at once where it meets the voices. */
const pieceFadeMs = { intro: { fadeInMs: 0, fadeOutMs: 500 }, outro: { fadeInMs: 500, fadeOutMs: 0 } };

/**
 * The engine on one file, as a server's pipeline runs it, with no database: probe, analyse, plan, render, tag, verify,
 * and again with a better plan when a promise was broken. The output appears when it is whole and verified.
 * @throws the errors of `probe`, `analyse` and `render`, WrongLength, or the signal's reason; then nothing is left behind.
 */
export function masterFile(tools: Ffmpeg, job: MasterJob, control: MasterControl): Promise<Mastered> {
  const watch = new StepWatch(control);
  return besideOutput(job.output, async (folder) => {
    const { found, tracks } = await openTracks(tools, [job.input, ...(job.tracks ?? [])], watch);
    const intro = await openPiece(tools, job.intro, watch);
    const outro = await openPiece(tools, job.outro, watch);
    const before = await watch.run('analyse', (running) => analyse(tools, tracks, running));
    const inputs = {
      recording: before,
      intro: intro && { analysis: intro.analysis, ...pieceFadeMs.intro },
      outro: outro && { analysis: outro.analysis, ...pieceFadeMs.outro },
    };
    const sources: Sources = {
      recording: tracks,
      ...(intro && { intro: intro.tracks }),
      ...(outro && { outro: outro.tracks }),
    };
    let plan = await watch.run('plan', () => planRender(inputs, job.order));
    const findings = judgeFindings(toFindings(before), plan);
    control.onFindings?.(findings);
    for (;;) {
      const made = await makeFile(tools, { job, found, sources, plan, folder }, watch);
      const better = planAgain(plan, made.after, inputs);
      if (!better) {
        if (made.after.checks.some(({ name, passed }) => name === 'duration' && !passed)) throw new WrongLength();
        await rename(made.file, job.output);
        return { before, findings, plan, after: made.after, seconds: watch.seconds };
      }
      plan = better;
    }
  });
}

interface Making {
  readonly job: MasterJob;
  readonly found: Probe;
  readonly sources: Sources;
  readonly plan: RenderPlan;
  readonly folder: string;
}

/** Renders, tags and verifies once. The words, chapters and picture that the recording brought stay with it. */
async function makeFile(tools: Ffmpeg, { job, found, sources, plan, folder }: Making, watch: StepWatch) {
  const { kind, chunks } = job;
  const bare = join(folder, `bare.${kind}`);
  const file = join(folder, `tagged.${kind}`);
  await watch.run('render', (control) => render(tools, { sources, plan, output: bare, kind, chunks }, control));
  await watch.run('tag', async ({ signal }) => {
    const words = { tags: found.tags, chapters: chaptersOf(found, plan), durationMs: plan.durationMs };
    const coverFile = await coverOf(tools, job.input, found, join(folder, 'cover'));
    await mux(tools, { file: bare, kind, ...words, coverFile, output: file }, { signal });
  });
  return { file, after: await watch.run('verify', (control) => verify(tools, file, plan, kind, control)) };
}

function chaptersOf({ chapters }: Probe, { timeline }: RenderPlan): Mp3Chapter[] {
  return chapters.flatMap(({ startMs, title }) => {
    const moved = mapTime(timeline, startMs);
    return moved === null ? [] : [{ startMs: moved, title }];
  });
}

/** A picture that cannot be taken over is no reason to refuse the sound. */
async function coverOf(tools: Ffmpeg, file: string, found: Probe, output: string): Promise<string | undefined> {
  try {
    return (await extractCover(tools, file, found, output))?.path;
  } catch (error) {
    if (error instanceof CoverTooLarge) return undefined;
    throw error;
  }
}
