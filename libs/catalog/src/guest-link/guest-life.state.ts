import type { EpisodeState } from '../episode/episode.entity.js';
import type { GuestState } from './guest-link.entity.js';

/**
 * What can happen between a guest and one appearance (`ux` 2.2). `propose`: quotes or clips wait for an answer, and more may while they do;
 * `review`: one has its answer, as scanners of mails open pages too; `settle`: everything has one; `lapse`: the deadline passed first; `reopen`: a refusal or a withdrawal was taken back.
 */
export type GuestStep = 'fill' | 'propose' | 'review' | 'settle' | 'lapse' | 'decline' | 'withdraw' | 'reopen';

/** What can be read on the board and, in one sentence, on the guest's page (`ux:K-01`). */
export type GuestStage =
  | 'invited'
  | 'filled'
  | 'proposed'
  | 'reviewing'
  | 'approved'
  | 'silent'
  | 'released'
  | 'quiet'
  | 'declined'
  | 'withdrawn';

/** Four weeks after the release nothing more is said by itself. */
const quietMs = 30 * 24 * 3_600_000;

const table: Record<GuestStep, { from: readonly GuestState[]; to: GuestState }> = {
  fill: { from: ['invited'], to: 'filled' },
  propose: { from: ['invited', 'filled', 'proposed', 'reviewing', 'approved', 'silent'], to: 'proposed' },
  review: { from: ['proposed'], to: 'reviewing' },
  settle: { from: ['proposed', 'reviewing', 'silent'], to: 'approved' },
  lapse: { from: ['proposed', 'reviewing'], to: 'silent' },
  decline: { from: ['invited', 'filled'], to: 'declined' },
  withdraw: { from: ['invited', 'filled', 'proposed', 'reviewing', 'approved', 'silent'], to: 'withdrawn' },
  reopen: { from: ['declined', 'withdrawn'], to: 'filled' },
};

/** The state after a step; undefined: in this state the step means nothing, and nothing is to be written. */
export function nextGuestState(state: GuestState, step: GuestStep): GuestState | undefined {
  const { from, to } = table[step];
  return from.includes(state) && (state !== to || step === 'propose') ? to : undefined;
}

/** Whether the deadline has passed while quotes or clips still wait: the silence rule speaks then (`ux:K-21`). */
export function isLapsed(link: { state: GuestState; deadlineAt: Date | null }, now: Date): boolean {
  return nextGuestState(link.state, 'lapse') !== undefined && link.deadlineAt !== null && link.deadlineAt <= now;
}

/** Whether this guest has a kit and gets mails: not who has declined or withdrawn. */
export function takesPart(state: GuestState): boolean {
  return state !== 'declined' && state !== 'withdrawn';
}

/** Where guest and episode stand together. What is released is released, whatever waits; a refusal goes before all. */
export function guestStage(
  link: { state: GuestState },
  episode: { state: EpisodeState; publishedAt: Date | null },
  now: Date,
): GuestStage {
  if (!takesPart(link.state)) return link.state;
  const { state, publishedAt } = episode;
  if (state !== 'published' || !publishedAt || publishedAt > now) return link.state;
  return now.getTime() - publishedAt.getTime() >= quietMs ? 'quiet' : 'released';
}
