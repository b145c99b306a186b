/** What the producer wants. */
export interface RenderOrder {
  /** As heard: a mono file counts as dual mono. Usually -16. */
  readonly targetLufs: number;
  readonly preset: 'speech';
  /** Publish mono as joint stereo, for shows that must please a meter without a dual-mono switch. */
  readonly literalMeter?: boolean;
}

/** A remark for the producer: a stable code with its numbers, translated by the caller. */
export interface PlanNote {
  readonly code:
    | 'NEAR_SILENT'
    | 'TOO_PEAKY'
    | 'TARGET_NOT_REACHED'
    | 'DUAL_MONO'
    | 'EMPTY_CHANNEL'
    | 'MIXED_TO_STEREO'
    | 'TRUNCATED'
    | 'CLIPPED';
  readonly params: Readonly<Record<string, number | string>>;
}

interface PlanBase {
  readonly version: 1;
  /** 1 for the first plan; `planAgain` counts up. */
  readonly attempt: number;
  readonly highpassHz: number | null;
  /** The explicit `pan` filters before gain and limiter; null: channels stay as they are. */
  readonly pan: string | null;
  readonly channels: 'mono' | 'stereo';
  readonly sampleRate: 44100 | 48000;
  /** The limiter's ceiling, linear. */
  readonly limitLinear: number;
  readonly kbps: number;
  readonly targetLufs: number;
  /** What the model says will come out, as heard, and how hard the limiter works. */
  readonly expected: { readonly lufs: number; readonly reductionDb: number; readonly limitedShare: number };
  readonly durationMs: number;
  readonly notes: readonly PlanNote[];
}

/** One gain for the whole file. */
export interface LinearPlan extends PlanBase {
  readonly mode: 'linear';
  readonly gainDb: number;
}

/** Near silence: nothing is lifted. */
export interface LeavePlan extends PlanBase {
  readonly mode: 'leave';
}

/**
 * How the sound becomes the MP3. Plain JSON. A further way of treating it (a gain curve per voice)
 * joins here as one more member; `gainFilter` in `render.preset.ts` is the one place that tells them apart.
 */
export type RenderPlan = LinearPlan | LeavePlan;
