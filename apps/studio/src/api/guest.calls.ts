import { useQuery } from '@tanstack/react-query';
import { api, take } from './client';
import type { At } from './clip.calls';
import { queryClient } from './queries';
import type { components } from './schema';
import type { Locale } from './types';

type Schemas = components['schemas'];
export type Guests = Schemas['Guests'];
export type Guest = Schemas['Guest'];
export type Correction = Guest['corrections'][number];

const key = ({ episodeId }: At) => ['guests', episodeId] as const;
const ofEpisode = ({ showId, episodeId }: At) => ({ params: { path: { showId, episodeId } } });
const ofLink = ({ showId, episodeId }: At, linkId: string) => ({ params: { path: { showId, episodeId, linkId } } });

/** Everybody in an episode, with what they said, agreed to and asked for. */
export const useGuests = (at: At) =>
  useQuery({
    queryKey: key(at),
    queryFn: () => take(api.GET('/api/v1/shows/{showId}/episodes/{episodeId}/guests', ofEpisode(at))),
    refetchInterval: 30_000,
  });

/** What every change answers with takes the place of what was known. */
export function keepGuests(at: At, all: Guests): Guests {
  queryClient.setQueryData(key(at), all);
  return all;
}

async function refreshed(at: At): Promise<Guests> {
  return keepGuests(at, await take(api.GET('/api/v1/shows/{showId}/episodes/{episodeId}/guests', ofEpisode(at))));
}

export interface LinkForm {
  email: string;
  locale: Locale;
  timeZone: string;
}

export async function makeLink(at: At, personId: string): Promise<Guests> {
  await take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/kits', { ...ofEpisode(at), body: { personId } }));
  return refreshed(at);
}

export async function saveLink(at: At, linkId: string, body: LinkForm): Promise<Guests> {
  await take(api.PATCH('/api/v1/shows/{showId}/episodes/{episodeId}/kits/{linkId}', { ...ofLink(at, linkId), body }));
  return refreshed(at);
}

export async function rotateLink(at: At, linkId: string): Promise<Guests> {
  await take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/kits/{linkId}/address', ofLink(at, linkId)));
  return refreshed(at);
}

export const remindGuest = (at: At, linkId: string) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/guests/{linkId}/reminder', ofLink(at, linkId)));
export const closeLink = (at: At, linkId: string) =>
  take(api.DELETE('/api/v1/shows/{showId}/episodes/{episodeId}/guests/{linkId}/address', ofLink(at, linkId)));
export const closeTeamLink = (at: At, linkId: string) =>
  take(api.DELETE('/api/v1/shows/{showId}/episodes/{episodeId}/guests/{linkId}/team', ofLink(at, linkId)));

export interface Decision {
  isAccepted: boolean;
  answer: string;
  isNoted?: boolean;
  notes: { lang: 'en' | 'fr'; text: string }[];
}
export const decideCorrection = (at: At, correctionId: string, body: Decision) =>
  take(
    api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/guests/corrections/{correctionId}', {
      params: { path: { ...at, correctionId } },
      body,
    }),
  );
