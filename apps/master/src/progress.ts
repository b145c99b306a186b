import { type Key, translator, type Region } from '#libs/messages';
import type { Step } from './step-watch.js';

/** Where lines go: a terminal, a file, a pipe. */
export interface Out {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Draws how the work goes on. */
export interface Progress {
  show(step: Step, done: number): void;
  /** Takes the drawn line away, so that something else can be written. */
  clear(): void;
}

const barWidth = 24;

/** One line that redraws itself on a terminal; a line for each step elsewhere; nothing when quiet. */
export function makeProgress(out: Out, region: Region, isQuiet: boolean): Progress {
  if (isQuiet) return { show() {}, clear() {} };
  const t = translator(region);
  const nameOf = (step: Step): string => t(`master.step.${step}` as Key);
  let last = '';
  if (!out.isTTY) {
    return {
      show(step) {
        if (step !== last) out.write(`${nameOf(step)}\n`);
        last = step;
      },
      clear() {},
    };
  }
  return {
    show(step, done) {
      const percent = Math.floor(done * 100);
      const filled = Math.round(done * barWidth);
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
      const line = `${bar} ${String(percent).padStart(3)} % ${nameOf(step)}`.slice(0, (out.columns || 80) - 1);
      if (line !== last) out.write(`\r\x1b[2K${line}`);
      last = line;
    },
    clear() {
      if (last) out.write('\r\x1b[2K');
      last = '';
    },
  };
}
