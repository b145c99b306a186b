import type { Axis, TimeRange } from './axis';

/** The part of the axis that is on the screen. */
export type View = TimeRange;

/** Nearer than this the peaks (ten a second) would show nothing more. */
const nearestMs = 8_000;

export const wholeView = ({ startMs, endMs }: Axis): View => ({ startMs, endMs });

export const isWhole = (axis: Axis, view: View): boolean => spanOf(view) >= spanOf(axis);

/** Twice as near (factor 0.5) or as far (factor 2), with `at` staying where it is on the screen. */
export function zoom(axis: Axis, view: View, factor: number, at: number): View {
  const span = Math.max(Math.min(nearestMs, spanOf(axis)), Math.min(spanOf(axis), spanOf(view) * factor));
  const share = at >= view.startMs && at <= view.endMs ? (at - view.startMs) / spanOf(view) : 0.5;
  return clamp(axis, { startMs: at - share * span, endMs: at + (1 - share) * span });
}

/** Moved by so much, as far as the axis goes. */
export const pan = (axis: Axis, view: View, byMs: number): View =>
  clamp(axis, { startMs: view.startMs + byMs, endMs: view.endMs + byMs });

/** Turned like a page when the place has left the screen; otherwise the same view. */
export function follow(axis: Axis, view: View, at: number): View {
  if (at >= view.startMs && at <= view.endMs) return view;
  return pan(axis, view, at - view.startMs - spanOf(view) * 0.1);
}

/** The whole of a stretch with room on either side. */
export function frame(axis: Axis, range: TimeRange): View {
  const span = Math.max(Math.min(nearestMs, spanOf(axis)), spanOf(range) * 1.6);
  const middle = (range.startMs + range.endMs) / 2;
  return clamp(axis, { startMs: middle - span / 2, endMs: middle + span / 2 });
}

/** Share of the width, 0 to 1 within the view. */
export const toShare = (view: View, at: number): number => (at - view.startMs) / spanOf(view);

export const fromShare = (view: View, share: number): number => view.startMs + share * spanOf(view);

const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200].map((s) => s * 1000);

/** Round times to write below the picture, `most` of them. */
export function ticks(view: View, most: number): number[] {
  const step = steps.find((s) => spanOf(view) / s <= most) ?? steps.at(-1)!;
  const first = Math.ceil(view.startMs / step) * step;
  const count = Math.floor((view.endMs - first) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => first + i * step + 0);
}

const spanOf = ({ startMs, endMs }: TimeRange): number => Math.max(1, endMs - startMs);

function clamp(axis: Axis, view: View): View {
  const span = Math.min(spanOf(axis), spanOf(view));
  const startMs = Math.max(axis.startMs, Math.min(axis.endMs - span, view.startMs));
  return { startMs, endMs: startMs + span };
}
