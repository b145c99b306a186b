import { type Axis, fromAfter, nextKept, toAfter, toBefore } from '../model/axis';
import { type Match, unmatched } from '../model/match';
import { Side, type SideName } from './side';
import { toNudge } from './sync';

/** What is compared: two addresses and how their times belong together. */
export interface Take {
  before: string;
  after: string | null;
  axis: Axis;
  /** Only this stretch is played, when given (a preview). */
  stretch?: { startMs: number; endMs: number };
}

export interface PlayerState {
  isPlaying: boolean;
  side: SideName;
  /** Gains that hold, dB. */
  match: Match;
  broken: { before: boolean; after: boolean };
}

const lookMs = 50;

/**
 * Plays the recording and its finished sound in step, one of them silent, so that switching is a matter of 20 ms at the
 * same place. Times are those of the axis.
 */
export class AbPlayer {
  state: PlayerState = { isPlaying: false, side: 'after', match: unmatched, broken: { before: false, after: false } };
  at = 0;
  private take: Take | null = null;
  private sides: Partial<Record<SideName, Side>> = {};
  private context: AudioContext | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly followers = new Set<(at: number) => void>();

  /** `matchAt` says how much each side is turned down when it is heard from there on. */
  constructor(private matchAt: (at: number) => Match = () => unmatched) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): PlayerState => this.state;
  /** Tells the place, many times a second while it plays. */
  readonly follow = (follower: (at: number) => void): (() => void) => {
    this.followers.add(follower);
    follower(this.at);
    return () => this.followers.delete(follower);
  };

  load(take: Take | null): void {
    this.pause();
    Object.values(this.sides).forEach((side) => side.close());
    const side = !take?.after ? 'before' : this.take?.after ? this.state.side : 'after';
    this.take = take;
    this.sides = {};
    if (take) {
      this.sides.before = new Side(take.before, this.onSide);
      if (take.after) this.sides.after = new Side(take.after, this.onSide);
    }
    this.set({ side, broken: { before: false, after: false } });
    if (take) this.seek(this.isWithin(take.stretch) ? this.at : take.stretch!.startMs);
  }

  setMatch(matchAt: (at: number) => Match): void {
    this.matchAt = matchAt;
    this.mix();
  }

  /** Plays from the cursor; out of a cut it goes on where the finished sound does. False: nothing to hear from here on. */
  play(): boolean {
    if (!this.take) return false;
    const start = this.playable(this.at, this.state.side);
    if (start === null) return false;
    this.context ??= new AudioContext();
    void this.context.resume();
    Object.values(this.sides).forEach((side) => side.connect(this.context!));
    this.move(start);
    this.set({ isPlaying: true });
    this.mix();
    this.bring(true);
    this.timer ??= setInterval(this.look, lookMs);
    return true;
  }

  pause(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    Object.values(this.sides).forEach((side) => side.pause());
    if (this.state.isPlaying) this.set({ isPlaying: false });
  }

  seek(at: number): void {
    if (!this.take) return;
    const { startMs, endMs } = this.take.stretch ?? this.take.axis;
    this.move(Math.max(startMs, Math.min(endMs, at)));
    if (!this.state.isPlaying) return this.mix();
    const next = this.playable(this.at, this.state.side);
    if (next === null) return this.pause();
    this.move(next);
    this.mix();
    this.bring(true);
  }

  /** The other side at the same place. False when it has no sound here. */
  turn(side: SideName = this.state.side === 'before' ? 'after' : 'before'): boolean {
    if (!this.take || !this.sides[side] || side === this.state.side) return side === this.state.side;
    if (this.state.isPlaying) {
      const next = this.playable(this.at, side);
      if (next === null || (side === 'before' && next !== this.at)) return false;
      if (next !== this.at) this.move(next);
    }
    this.set({ side });
    this.mix();
    if (this.state.isPlaying) this.bring(false);
    return true;
  }

  close(): void {
    this.load(null);
    void this.context?.close();
    this.context = null;
  }

  private readonly onSide = (): void => {
    const broken = { before: this.sides.before?.isBroken ?? false, after: this.sides.after?.isBroken ?? false };
    if (broken[this.state.side]) this.pause();
    this.set({ broken });
  };

  /** The heard side says where we are, the silent one is kept beside it. */
  private readonly look = (): void => {
    const heard = this.sides[this.state.side];
    if (!heard || !this.take) return;
    const { axis, stretch } = this.take;
    const at = this.state.side === 'before' ? heard.seconds * 1000 : fromAfter(axis, heard.seconds * 1000);
    const end = Math.min(stretch?.endMs ?? Infinity, this.state.side === 'before' ? axis.durationMs : axis.endMs);
    if (heard.element.ended || at >= end) {
      this.pause();
      this.move(Math.min(end, axis.endMs));
      return;
    }
    this.move(at);
    this.bring(false);
  };

  /** Starts what has sound here, pauses what has none, keeps the silent side together with the heard one. */
  private bring(isJump: boolean): void {
    for (const name of ['before', 'after'] as const) {
      const side = this.sides[name];
      const seconds = this.secondsOf(name, this.at);
      if (!side) continue;
      if (seconds === null) side.pause();
      else if (isJump || side.element.paused) side.seek(seconds);
      else if (name !== this.state.side) this.nudge(side, seconds);
      else side.element.playbackRate = 1;
      if (seconds !== null) side.play();
    }
  }

  private nudge(side: Side, seconds: number): void {
    if (side.element.seeking) return;
    const nudge = toNudge(side.seconds, seconds);
    if (nudge.kind === 'seek') side.seek(seconds);
    else side.element.playbackRate = nudge.kind === 'rate' ? nudge.rate : 1;
  }

  private mix(): void {
    const match = this.matchAt(this.at);
    const { side } = this.state;
    this.set({ match });
    if (!this.context) return;
    this.sides.before?.fade(this.context, side === 'before' ? match.beforeDb : null);
    this.sides.after?.fade(this.context, side === 'after' ? match.afterDb : null);
  }

  private playable(at: number, side: SideName): number | null {
    const { axis, stretch } = this.take!;
    const from = stretch && at >= stretch.endMs - 20 ? stretch.startMs : at;
    if (side === 'after') return nextKept(axis, from);
    return toBefore(axis, from) ?? (from < 0 ? 0 : null);
  }

  private isWithin(stretch: Take['stretch']): boolean {
    return !stretch || (this.at >= stretch.startMs && this.at < stretch.endMs);
  }

  private secondsOf(name: SideName, at: number): number | null {
    const ms = name === 'before' ? toBefore(this.take!.axis, at) : toAfter(this.take!.axis, at);
    return ms === null ? null : ms / 1000;
  }

  private move(at: number): void {
    this.at = at;
    this.followers.forEach((follower) => follower(at));
  }

  private set(change: Partial<PlayerState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
