import { useQuery } from '@tanstack/react-query';
import { api, take } from './client';
import { queryClient } from './queries';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Highlights = Schemas['Highlights'];
export type Clip = Schemas['Clip'];
export type Quote = Schemas['Quote'];
export type ClipFile = Schemas['ClipFile'];
export type ReviewRules = Schemas['ReviewRules'];
export type Cue = Clip['captions'][string][number];
export type Step = 'pick' | 'drop' | 'restore' | 'confirm';
export interface Sentence {
  startMs: number;
  endMs: number;
  text: string;
  name: string;
  personId: string | null;
}
export interface Range {
  startMs: number;
  endMs: number;
}
export interface At {
  showId: string;
  episodeId: string;
}

const key = (episodeId: string) => ['highlights', episodeId] as const;
const inEpisode = ({ showId, episodeId }: At) => ({ params: { path: { showId, episodeId } } });
const isBusy = (all: Highlights | undefined) =>
  all?.files.some(({ state }) => state === 'wanted' || state === 'making') ?? false;

/** All clips and quotes of an episode; asked again while their files are made. */
export const useHighlights = (at: At) =>
  useQuery({
    queryKey: key(at.episodeId),
    queryFn: () => take(api.GET('/api/v1/shows/{showId}/episodes/{episodeId}/highlights', inEpisode(at))),
    refetchInterval: ({ state: { data } }) => (isBusy(data) ? 4_000 : 20_000),
  });

export const useSentences = (at: At) =>
  useQuery({
    queryKey: ['sentences', at.episodeId],
    queryFn: () => take(api.GET('/api/v1/shows/{showId}/episodes/{episodeId}/sentences', inEpisode(at))),
    staleTime: 30_000,
  });

/** What every change answers with takes the place of what was known. */
export function keepHighlights(at: At, all: Highlights): Highlights {
  queryClient.setQueryData(key(at.episodeId), all);
  return all;
}

export const propose = (at: At) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/highlights/propose', inEpisode(at)));
export const askGuests = (at: At) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/highlights/ask', inEpisode(at)));
export const createClip = (at: At, body: Range & { isExact?: boolean }) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/clips', { ...inEpisode(at), body }));
export const createQuote = (at: At, body: Range & { isExact?: boolean }) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/quotes', { ...inEpisode(at), body }));

export interface ClipChange extends Partial<Range> {
  version: number;
  texts?: { lang: 'en' | 'fr'; title: string }[];
  personIds?: string[];
  uses?: Partial<Clip['uses']>;
  captions?: Partial<Record<'en' | 'fr', Cue[]>>;
}
export const changeClip = (at: At, clipId: string, body: ClipChange) =>
  take(
    api.PATCH('/api/v1/shows/{showId}/episodes/{episodeId}/clips/{clipId}', {
      params: { path: { ...at, clipId } },
      body,
    }),
  );
export const stepClip = (at: At, clipId: string, step: Step) =>
  take(
    api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/clips/{clipId}/steps', {
      params: { path: { ...at, clipId } },
      body: { step },
    }),
  );

export interface QuoteChange extends Partial<Range> {
  version: number;
  texts?: { lang: string; text: string }[];
  personId?: string;
  uses?: Partial<Quote['uses']>;
}
export const changeQuote = (at: At, quoteId: string, body: QuoteChange) =>
  take(
    api.PATCH('/api/v1/shows/{showId}/episodes/{episodeId}/quotes/{quoteId}', {
      params: { path: { ...at, quoteId } },
      body,
    }),
  );
export const stepQuote = (at: At, quoteId: string, step: Step) =>
  take(
    api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/quotes/{quoteId}/steps', {
      params: { path: { ...at, quoteId } },
      body: { step },
    }),
  );
export const judgeTouchUp = (at: At, quoteId: string, lang: string, isAccepted: boolean) =>
  take(
    api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/quotes/{quoteId}/judge', {
      params: { path: { ...at, quoteId } },
      body: { lang, isAccepted },
    }),
  );
export const makeAgain = (at: At, fileId: string) =>
  take(
    api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/clip-files/{fileId}/again', {
      params: { path: { ...at, fileId } },
    }),
  );
export const saveRules = (showId: string, body: ReviewRules) =>
  take(api.PUT('/api/v1/shows/{showId}/review-rules', { params: { path: { showId } }, body }));
