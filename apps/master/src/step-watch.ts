import type { Finding, JobControl } from '#libs/ffmpeg';
import type { Clock } from '#libs/kernel';

export const steps = ['probe', 'analyse', 'plan', 'render', 'tag', 'verify'] as const;
export type Step = (typeof steps)[number];

export interface MasterControl {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** Each step as it begins (0) and goes on, up to 1. */
  readonly onProgress?: (step: Step, done: number) => void;
  /** What the ears say and what will be done about it, before anything is rendered. */
  readonly onFindings?: (findings: readonly Finding[]) => void;
}

/** Runs steps one after the other, tells how they go on, and adds up the wall seconds of each. */
export class StepWatch {
  readonly seconds: Record<Step, number> = { probe: 0, analyse: 0, plan: 0, render: 0, tag: 0, verify: 0 };

  constructor(private readonly control: MasterControl) {}

  async run<T>(step: Step, work: (control: JobControl) => T | Promise<T>): Promise<T> {
    const { clock, signal, onProgress } = this.control;
    signal?.throwIfAborted();
    onProgress?.(step, 0);
    const began = clock.now().getTime();
    const result = await work({ ...(signal && { signal }), onProgress: (done) => onProgress?.(step, done) });
    this.seconds[step] += (clock.now().getTime() - began) / 1000;
    onProgress?.(step, 1);
    return result;
  }
}
