import type { Range, Sentence } from '../../../api/clip.calls';

/** From which sentence to which; both included. */
export interface Picked {
  from: number;
  to: number;
}

/** A second click extends to it, in either direction; a click within begins anew. */
export function extend(picked: Picked | null, at: number): Picked {
  if (!picked || (at >= picked.from && at <= picked.to)) return { from: at, to: at };
  return { from: Math.min(picked.from, at), to: Math.max(picked.to, at) };
}

export function rangeOf(sentences: readonly Sentence[], picked: Picked | null): Range | null {
  const [first, last] = picked ? [sentences[picked.from], sentences[picked.to]] : [];
  return first && last ? { startMs: first.startMs, endMs: last.endMs } : null;
}

/** The sentences that words selected with the pointer touch; null: none, or only a caret. */
export function fromDocument(root: HTMLElement | null): Picked | null {
  const selection = document.getSelection();
  if (!root || !selection || selection.isCollapsed) return null;
  const touched = [...root.querySelectorAll<HTMLElement>('[data-n]')]
    .filter((each) => selection.containsNode(each, true))
    .map((each) => Number(each.dataset['n']));
  const [from, to] = [touched[0], touched.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}
