import { useQuery } from '@tanstack/react-query';
import { api, take } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Transcript = Schemas['Transcript'];
export type Transcripts = Schemas['Transcripts'];
export type SavedTranscript = Schemas['SavedTranscript'];
export type PlatformChecks = Schemas['PlatformChecks'];
export type ImportedChapters = Schemas['ImportedChapters'];
export type TimesOf = 'sound' | 'recording';

/** Of an episode: where its texts are, by language. */
export interface At {
  showId: string;
  episodeId: string;
}

export const transcriptKeys = {
  list: (episodeId: string) => ['transcripts', episodeId],
  chapterChecks: (episodeId: string, version: number, durationMs: number | null) =>
    ['chapter-checks', episodeId, version, durationMs] as const,
} as const;

const inEpisode = ({ showId, episodeId }: At) => ({ params: { path: { showId, episodeId } } });
const inLanguage = ({ showId, episodeId }: At, lang: string) => ({ params: { path: { showId, episodeId, lang } } });

const listTranscripts = (at: At) =>
  take(api.GET('/api/v1/shows/{showId}/episodes/{episodeId}/transcripts', inEpisode(at)));
export const putText = (at: At, lang: string, body: { version: number; text: string; timesOf?: TimesOf }) =>
  take(api.PUT('/api/v1/shows/{showId}/episodes/{episodeId}/transcripts/{lang}', { ...inLanguage(at, lang), body }));
/** The file as it is; the server finds out what it is, and in which encoding. */
export const putFile = (at: At, lang: string, query: { version: number; timesOf?: TimesOf }, file: Blob) =>
  take(
    api.PUT('/api/v1/shows/{showId}/episodes/{episodeId}/transcripts/{lang}/file', {
      params: { path: { ...at, lang }, query },
      body: file as never,
      bodySerializer: (body: unknown) => body as BodyInit,
      headers: { 'Content-Type': 'application/octet-stream' },
    }),
  );
export const chooseSpeakers = (
  at: At,
  lang: string,
  body: { version: number; speakers: Record<string, string | null> },
) =>
  take(
    api.PATCH('/api/v1/shows/{showId}/episodes/{episodeId}/transcripts/{lang}/speakers', {
      ...inLanguage(at, lang),
      body,
    }),
  );
export const undoTranscript = (at: At, lang: string, version: number) =>
  take(
    api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/transcripts/{lang}/undo', {
      ...inLanguage(at, lang),
      body: { version },
    }),
  );
export const dropTranscript = (at: At, lang: string, version: number) =>
  take(
    api.DELETE('/api/v1/shows/{showId}/episodes/{episodeId}/transcripts/{lang}', {
      params: { path: { ...at, lang }, query: { version } },
    }),
  );
export const transcriptFile = ({ showId, episodeId }: At, lang: string, format: string) =>
  `/api/v1/shows/${showId}/episodes/${episodeId}/transcripts/${lang}/file?format=${format}`;

export const importChapters = (at: At, body: { text: string } | { from: 'file' }) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/chapters/import', { ...inEpisode(at), body }));
const chapterChecks = (at: At) =>
  take(api.GET('/api/v1/shows/{showId}/episodes/{episodeId}/chapters/checks', inEpisode(at)));
export const chapterFile = ({ showId, episodeId }: At, format: string) =>
  `/api/v1/shows/${showId}/episodes/${episodeId}/chapters/file?format=${format}`;

export const useTranscripts = (at: At) =>
  useQuery({ queryKey: transcriptKeys.list(at.episodeId), queryFn: () => listTranscripts(at) });

/** What platforms want of the chapters as they were last saved. */
export const useChapterChecks = (at: At, version: number, durationMs: number | null) =>
  useQuery({
    queryKey: transcriptKeys.chapterChecks(at.episodeId, version, durationMs),
    queryFn: () => chapterChecks(at),
    placeholderData: (before) => before,
  });
