import { VisuallyHidden } from '@mantine/core';
import { useSyncExternalStore } from 'react';

let current = '';
let lastProgress = 0;
const listeners = new Set<() => void>();

/** Says a sentence to screen readers, politely. */
export function announce(text: string): void {
  current = text;
  listeners.forEach((listener) => listener());
}

/** The same for progress: at most one sentence every ten seconds (`ux` 4.0). */
export function announceProgress(text: string): void {
  const now = Date.now();
  if (now - lastProgress < 10_000) return;
  lastProgress = now;
  announce(text);
}

export function Announcer() {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {text}
    </VisuallyHidden>
  );
}
