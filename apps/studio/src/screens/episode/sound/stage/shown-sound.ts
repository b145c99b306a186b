import { useRef } from 'react';
import type { EpisodeSound } from '../../../../api/sound.types';
import type { Recording, Revision, SoundReport, SoundWaveform } from '../../../../api/types';
import { type Axis, toAxis } from '../model/axis';
import type { Curves } from '../model/match';

/** The revision that is looked at and compared, and all that is drawn of it. */
export interface ShownSound {
  revision: Revision;
  axis: Axis;
  report: SoundReport;
  curves: Curves;
  /** Whether there is a finished sound to compare with. */
  hasAfter: boolean;
}

/** The newest revision that is finished, else the newest one that was at least measured; undefined before that. */
export function toShown(recording: Recording, sound: EpisodeSound): ShownSound | undefined {
  const newestFirst = [...recording.revisions].sort((a, b) => b.number - a.number);
  const revision = newestFirst.find((r) => r.mp3 !== null && r.state === 'done') ?? newestFirst.find(isMeasured);
  if (!revision) return undefined;
  const report = (revision.report ?? {}) as SoundReport;
  const waves = (revision.waveform ?? {}) as SoundWaveform;
  const durationMs =
    report.before?.durationMs ?? waves.before?.durationMs ?? sound.durationMs ?? revision.durationMs ?? 0;
  const hasAfter = revision.mp3 !== null;
  const whole = [{ source: 'recording' as const, startMs: 0, endMs: durationMs }];
  return {
    revision,
    axis: toAxis(durationMs, hasAfter ? (revision.timeline?.clips ?? whole) : []),
    report,
    curves: { before: report.before?.shortTerm ?? [], after: report.after?.shortTerm ?? [] },
    hasAfter,
  };
}

/** The same object for as long as nothing of it has changed, so that a tick of progress does not interrupt who listens. */
export function useShown(recording: Recording, sound: EpisodeSound): ShownSound | undefined {
  const shown = toShown(recording, sound);
  const key =
    shown && [shown.revision.id, shown.hasAfter, shown.report.after, shown.axis].map((v) => JSON.stringify(v)).join();
  const kept = useRef({ key: '', shown });
  if (key !== kept.current.key) kept.current = { key: key ?? '', shown };
  return kept.current.shown;
}

const isMeasured = ({ report }: Revision): boolean => Boolean((report as SoundReport | null)?.before);
