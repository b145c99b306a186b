import { announce } from './announcer';

export interface Toast {
  id: number;
  text: string;
  kind: 'done' | 'problem';
  undo?: { label: string; run: () => void };
}

let toasts: readonly Toast[] = [];
let next = 0;
const listeners = new Set<() => void>();

/** A short notice at the foot of the screen; with `undo`, it stays for a minute and takes the action back (`ux` 4.0). Gives its id. */
export function tell(text: string, undo?: Toast['undo']): number {
  announce(text);
  return put({ text, kind: 'done', undo }, undo ? 60_000 : 6_000);
}

/** A sentence about something that did not work and has no place of its own on the screen. */
export function tellProblem(text: string): void {
  announce(text);
  put({ text, kind: 'problem' }, 15_000);
}

export function dropToast(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id);
  listeners.forEach((listener) => listener());
}

export const allToasts = () => toasts;

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function put(toast: Omit<Toast, 'id'>, ms: number): number {
  const id = (next += 1);
  toasts = [...toasts.filter((t) => t.text !== toast.text), { ...toast, id }].slice(-3);
  listeners.forEach((listener) => listener());
  setTimeout(() => dropToast(id), ms);
  return id;
}
