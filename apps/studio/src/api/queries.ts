import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import * as account from './account.calls';
import * as episodes from './episode.calls';
import * as feedSettings from './feed-settings.calls';
import * as kinds from './kinds.calls';
import * as media from './media.calls';
import * as shows from './show.calls';
import * as sounds from './sound.calls';
import { Problem } from './problem';
import { isUnderWay } from '../live/is-under-way';
import type { ShowSound } from './sound.types';
import type { Episode, Jobs, Recording } from './types';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => !(error instanceof Problem) && count < 2,
    },
  },
});

/** Every key in one place, so that a change knows what to refresh. */
export const keys = {
  instance: ['instance'],
  me: ['me'],
  shows: ['shows'],
  show: (id: string) => ['show', id],
  episodes: (showId: string) => ['episodes', showId],
  episode: (id: string) => ['episode', id],
  recording: (episodeId: string) => ['recording', episodeId],
  sound: (episodeId: string) => ['sound', episodeId],
  peaks: (revisionId: string, which: string) => ['peaks', revisionId, which],
  showSound: (showId: string) => ['show-sound', showId],
  showFeed: (showId: string) => ['show-feed', showId],
  feedTags: ['feed-tags'],
  events: (showId: string) => ['events', showId],
  event: (id: string) => ['event', id],
  series: (showId: string) => ['series', showId],
  tags: (showId: string, q: string) => ['tags', showId, q],
  subscribers: (showId: string) => ['subscribers', showId],
  followers: (showId: string) => ['followers', showId],
  mailings: (showId: string) => ['mailings', showId],
  person: (id: string) => ['person', id],
  members: (showId: string) => ['members', showId],
  jobs: ['jobs'],
  bin: ['bin'],
  mails: ['mails'],
  logins: ['logins'],
  tokens: ['tokens'],
  categories: ['categories'],
  today: ['today'],
} as const;

export const useInstance = () => useQuery({ queryKey: keys.instance, queryFn: account.getInstance, staleTime: 60_000 });

/** The signed-in user; null when nobody is. */
export const useMe = () =>
  useQuery({
    queryKey: keys.me,
    staleTime: 60_000,
    queryFn: () =>
      account.getMe().catch((error: unknown) => {
        if (error instanceof Problem && error.status === 401) return null;
        throw error;
      }),
  });

export const useShows = () => useQuery({ queryKey: keys.shows, queryFn: shows.listShows });
export const useShow = (id: string) => useQuery({ queryKey: keys.show(id), queryFn: () => shows.getShow(id) });
export const useEpisodes = (showId: string) =>
  useQuery({ queryKey: keys.episodes(showId), queryFn: () => episodes.listEpisodes(showId) });
export const useEpisode = (showId: string, id: string) =>
  useQuery({ queryKey: keys.episode(id), queryFn: () => episodes.getEpisode(showId, id), staleTime: 30_000 });
export const useEvents = (showId: string) =>
  useQuery({ queryKey: keys.events(showId), queryFn: () => shows.listEvents(showId) });
export const useSeries = (showId: string) =>
  useQuery({ queryKey: keys.series(showId), queryFn: () => kinds.listSeries(showId) });
export const useCategories = () =>
  useQuery({ queryKey: keys.categories, queryFn: shows.listCategories, staleTime: Infinity });
export const useBin = () => useQuery({ queryKey: keys.bin, queryFn: shows.listBin });
export const useMails = () => useQuery({ queryKey: keys.mails, queryFn: account.listMails });

/** Asks again every few seconds while work runs, in case the live stream is interrupted. */
export const useRecording = (showId: string, episodeId: string) =>
  useQuery({
    queryKey: keys.recording(episodeId),
    queryFn: () => media.getRecording(showId, episodeId),
    refetchInterval: (q) => (isBusy(q.state.data) ? 4_000 : false),
  });
/** What is wanted of the sound, what was found in it and what was made of it. */
export const useSound = (showId: string, episodeId: string) =>
  useQuery({ queryKey: keys.sound(episodeId), queryFn: () => sounds.getSound(showId, episodeId) });
/** Asks again while a batch renders in the background, and while a piece is being measured. */
export const useShowSound = (showId: string) =>
  useQuery({
    queryKey: keys.showSound(showId),
    queryFn: () => sounds.getShowSound(showId),
    refetchInterval: ({ state: { data } }) => (data && isBusySound(data) ? 4_000 : false),
  });
/** What a show's feed says beyond name, cover and category. */
export const useShowFeed = (showId: string) =>
  useQuery({ queryKey: keys.showFeed(showId), queryFn: () => feedSettings.getShowFeed(showId), staleTime: 30_000 });
/** The tags that may be written by hand, and the licences that apps know. */
export const useFeedTags = () =>
  useQuery({ queryKey: keys.feedTags, queryFn: feedSettings.getFeedTags, staleTime: Infinity });
const jobs = queryOptions({
  queryKey: keys.jobs,
  queryFn: media.getJobs,
  refetchInterval: ({ state: { data } }) => (data && isAnythingUnderWay(data) ? 5_000 : 30_000),
});
/** What is worked on with what is known of the workers. */
export const useWork = () => useQuery(jobs);
export const useJobs = () => useQuery({ ...jobs, select: ({ items }) => items });

function isAnythingUnderWay({ items, batches }: Jobs): boolean {
  return items.some((job) => isUnderWay(job.state)) || batches.some(({ waiting, running }) => waiting + running > 0);
}

function isBusySound({ batch, pieces }: ShowSound): boolean {
  return Boolean(batch && batch.waiting + batch.running > 0) || pieces.some((piece) => isUnderWay(piece.state));
}

function isBusy(view: Recording | undefined): boolean {
  if (!view) return false;
  const latest = view.revisions.at(0);
  return view.upload?.state === 'receiving' || (latest !== undefined && isUnderWay(latest.state));
}

/** Puts a fresh episode where screens read it, and marks what was derived from it as old. */
export function keepEpisode(episode: Episode): void {
  queryClient.setQueryData(keys.episode(episode.id), episode);
  void queryClient.invalidateQueries({ queryKey: keys.episodes(episode.showId) });
}

/** Asks for an episode again, and for what lists it. */
export function refreshEpisode({ id, showId }: Pick<Episode, 'id' | 'showId'>): void {
  void queryClient.invalidateQueries({ queryKey: keys.episode(id) });
  void queryClient.invalidateQueries({ queryKey: keys.episodes(showId) });
}

/** Refreshes everything that counts or lists shows and episodes. */
export function refreshCatalog(): void {
  for (const queryKey of [keys.shows, ['show'], ['episodes'], keys.bin, keys.jobs]) {
    void queryClient.invalidateQueries({ queryKey });
  }
}
