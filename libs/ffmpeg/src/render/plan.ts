import type { SourceName, Timeline } from '../order/timeline.js';
import type { TimeRange } from '../order/sound-order.js';

/** A remark for the producer: a stable code with its numbers, translated by the caller (`sound.note.<CODE>`). */
export interface PlanNote {
  readonly code:
    | 'NEAR_SILENT'
    | 'TOO_PEAKY'
    | 'TARGET_NOT_REACHED'
    | 'DUAL_MONO'
    | 'EMPTY_CHANNEL'
    | 'SPLIT_STEREO'
    | 'MIXED_TO_STEREO'
    | 'TRUNCATED'
    | 'CLIPPED'
    | 'LEVELLED'
    | 'NOTHING_TO_LEVEL'
    | 'NO_VOICES'
    | 'HELD_BACK'
    | 'UNTOUCHED'
    | 'VIDEO_NOT_CUT'
    | 'PIECE_MISSING';
  readonly params: Readonly<Record<string, number | string>>;
}

/** One voice or stretch and the gain it gets beside the others, in the time of the finished sound. */
export interface GainStep extends TimeRange {
  readonly gainDb: number;
}

/** How sound becomes a file. Plain JSON, small enough for a row; the gain curve is made of it when it is needed. */
export interface RenderPlan {
  readonly version: 2;
  /** 1 for the first plan; `planAgain` counts up. */
  readonly attempt: number;
  /** `linear`: one gain; `levelled`: a gain for each voice; `leave`: nothing is lifted. */
  readonly mode: 'linear' | 'levelled' | 'leave';
  readonly timeline: Timeline;
  /** The explicit `pan` filters of each source, before gain and limiter; null: channels stay as they are. */
  readonly pans: Readonly<Partial<Record<SourceName, string | null>>>;
  readonly highpassHz: number | null;
  readonly channels: 'mono' | 'stereo';
  readonly sampleRate: 44100 | 48000;
  /** The one solved gain over everything. */
  readonly gainDb: number;
  /** Beside the solved gain: in order, without overlap; between two of them the lower one holds. Empty: 0 dB everywhere. */
  readonly steps: readonly GainStep[];
  /** The limiter's ceiling, linear. */
  readonly limitLinear: number;
  readonly kbps: number;
  /** For encoders that keep the level and overshoot more (`forEncoder`). */
  readonly lossless: { readonly gainDb: number; readonly limitLinear: number };
  /** As heard; a target for a plain meter is already translated. */
  readonly targetLufs: number;
  /** What the model says will come out, as heard, and how hard the limiter works. */
  readonly expected: { readonly lufs: number; readonly reductionDb: number; readonly limitedShare: number };
  /** Of the finished sound. */
  readonly durationMs: number;
  /** Only in the plan of a part (`slicePlan`): the whole and where the part begins, so that its gains are the very same. */
  readonly partOf?: {
    readonly timeline: Timeline;
    readonly steps: readonly GainStep[];
    readonly startMs: number;
  };
  readonly notes: readonly PlanNote[];
}
