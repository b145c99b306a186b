import { useEffect, useEffectEvent } from 'react';
import { isSwitchedOff } from '../../parts/single-keys';
import type { JobVerb } from './use-job-act';

const keysOf: Record<string, JobVerb> = { r: 'retry', '.': 'cancel' };
const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** `R` and `.` on the job that has the focus, else on the one under the pointer; the arrows go from job to job. */
export function useJobKeys(onVerb: (verb: JobVerb, id: string) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target) || isSwitchedOff(event)) return;
    const verb = keysOf[event.key.toLowerCase()];
    const step = steps[event.key];
    const id = verb && findRow()?.dataset['job'];
    if (id && verb) onVerb(verb, id);
    else if (!step || !focusRow(step)) return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

function focused(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-job]') ?? null;
}

function findRow(): HTMLElement | null {
  return focused() ?? document.querySelector<HTMLElement>('[data-job]:hover');
}

/** The link of the next row; false when there is none. */
function focusRow(step: number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-job]')];
  const row = focused();
  const next = rows[row ? rows.indexOf(row) + step : 0];
  const target = next?.querySelector<HTMLElement>('a, button');
  target?.focus();
  return Boolean(target);
}

function isElsewhere(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return Boolean(
    element?.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]'),
  );
}
