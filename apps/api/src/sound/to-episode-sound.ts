import type { EpisodeSoundDesk } from '#libs/catalog';
import type { Finding } from '#libs/ffmpeg';
import { formatTimeCode } from '#libs/kernel';
import type { PreviewView, RecordingView, RevisionView } from '#libs/media';
import { isKey, type Region, t } from '#libs/messages';
import { type EpisodePlace, toAudioPath, toFiles, toSentence } from '../recording/recording.answer.js';
import type { EpisodeSoundAnswer, PreviewAnswer } from './episode-sound.answer.js';

/** What catalogue and media know of an episode's sound, as one answer. @param recording null: there is none yet. */
export function toEpisodeSound(
  desk: EpisodeSoundDesk,
  recording: RecordingView | null,
  at: EpisodePlace,
  region: Region,
): EpisodeSoundAnswer {
  const { version, recordingId, own, effective, only, leave, cuts, moves, tags, note } = desk;
  const revisions = recording?.revisions ?? [];
  const base = revisions.find(({ recordingMs }) => recordingMs !== null);
  return {
    ...{ version, recordingId, own, effective, only, tags },
    ...{ leave: [...leave], cuts: [...cuts] },
    tracks: (revisions[0]?.tracks ?? []).map(toTrack),
    durationMs: base?.recordingMs ?? null,
    findings: (base?.report?.findings ?? []).map((finding) => toFinding(finding, region)),
    revisions: revisions.map((revision) => toRevision(revision, desk, at, region)),
    shifts: {
      items: moves.map(({ title, fromMs, toMs }) => ({ kind: 'chapter', title, fromMs, toMs })),
      lost: moves.filter(({ toMs }) => toMs === null).length,
    },
    note: { isShown: note.isShown, items: note.items.map((item) => toNote(item, region)) },
  };
}

export function toPreview(view: PreviewView, { showId, episodeId }: EpisodePlace, region: Region): PreviewAnswer {
  const { id, state, startMs, endMs, key, error } = view;
  const url = key && `/api/v1/shows/${showId}/episodes/${episodeId}/sound/previews/${id}/audio`;
  const said = error ? { code: error, message: toSentence({ code: error, params: {} }, region) } : null;
  return { id, state, startMs, endMs, url, error: said };
}

/** The id of a track for addresses: its storage key without the folder. */
export const trackId = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

function toTrack({ key, name, probe, delayMs, gainDb }: RevisionView['tracks'][number]) {
  return { key: trackId(key), name, durationMs: probe?.durationMs ?? null, delayMs, gainDb };
}

function toRevision(
  view: RevisionView,
  { workingId, releasedId }: EpisodeSoundDesk,
  at: EpisodePlace,
  region: Region,
): EpisodeSoundAnswer['revisions'][number] {
  const { id, number, origin, state, createdAt, releasedAt, summary, mp3, report } = view;
  return {
    ...{ id, number, origin, state, createdAt, releasedAt, summary },
    ...{ isWorking: id === workingId, isReleased: id === releasedId },
    mp3: mp3 && { url: toAudioPath(at, id), bytes: mp3.bytes, durationMs: mp3.durationMs },
    files: toFiles(view, at),
    alternates: (report?.alternates ?? []).map(({ kind, state: how, error }) => ({
      ...{ kind, state: how },
      message: error && toSentence({ code: error, params: {} }, region),
    })),
  };
}

function toFinding(finding: Finding, region: Region): EpisodeSoundAnswer['findings'][number] {
  const { kind, startMs, endMs, measure, weight, isMended } = finding;
  const key = `sound.finding.${kind}`;
  const params = { ...measure, from: formatTimeCode(startMs), to: formatTimeCode(endMs) };
  const sentence = isKey(key) ? t(region, key, params) : kind;
  return { kind, startMs, endMs, measure: { ...measure }, weight, isMended, sentence };
}

function toNote({ startMs, endMs, skipToMs, where, kind }: EpisodeSoundDesk['note']['items'][number], region: Region) {
  const params = { where, kind: kind.split('-')[0]!, start: formatTimeCode(startMs), end: formatTimeCode(endMs) };
  return { startMs, endMs, skipToMs, sentence: t(region, 'public.soundNote', params) };
}
