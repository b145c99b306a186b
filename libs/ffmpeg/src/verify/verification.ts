import type { LoudnessReport, Waveform } from '../analyse/analysis.js';

/** One promise about the finished file, with its numbers. */
export interface VerificationCheck {
  readonly name: 'loudness' | 'truePeak' | 'duration';
  readonly passed: boolean;
  readonly measured: number;
  readonly least: number | null;
  readonly most: number | null;
}

/** The finished file, decoded and measured again. Plain JSON. */
export interface Verification {
  readonly passed: boolean;
  readonly checks: readonly VerificationCheck[];
  readonly report: LoudnessReport;
  readonly waveform: Waveform;
  readonly durationMs: number;
  readonly sizeBytes: number;
  /** Hex. */
  readonly sha256: string;
}
