import { useQuery } from '@tanstack/react-query';
import { api, take } from './client';
import type { At } from './clip.calls';
import { queryClient } from './queries';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Kits = Schemas['Kits'];
export type Kit = Schemas['Kit'];
export type KitPiece = Kit['pieces'][number];
export type KitText = Schemas['KitTexts']['items'][number];

const key = (episodeId: string) => ['kits', episodeId] as const;
const textsKey = (linkId: string, lang: 'en' | 'fr') => ['kit-texts', linkId, lang] as const;
const kitsPath = '/api/v1/shows/{showId}/episodes/{episodeId}/kits' as const;
const inEpisode = ({ showId, episodeId }: At) => ({ params: { path: { showId, episodeId } } });
const ofLink = ({ showId, episodeId }: At, linkId: string) => ({ params: { path: { showId, episodeId, linkId } } });
const isBusy = (kits: Kits | undefined) =>
  kits?.items.some(
    ({ pieces, letters }) =>
      pieces.some(({ state }) => state === 'wanted' || state === 'making') ||
      letters.some(({ state }) => state === 'planned' || state === 'due'),
  ) ?? false;

/** The kits of an episode's guests; asked again soon while a file is made or a mail is on its way. */
export const useKits = (at: At) =>
  useQuery({
    queryKey: key(at.episodeId),
    queryFn: () => take(api.GET(kitsPath, inEpisode(at))),
    refetchInterval: ({ state: { data } }) => (isBusy(data) ? 4_000 : 20_000),
  });

export const useKitTexts = (at: At, linkId: string, lang: 'en' | 'fr') =>
  useQuery({
    queryKey: textsKey(linkId, lang),
    queryFn: () =>
      take(api.GET(`${kitsPath}/{linkId}/texts`, { params: { ...ofLink(at, linkId).params, query: { lang } } })),
  });

export type KitSettings = Partial<
  Pick<Kit, 'email' | 'locale' | 'timeZone' | 'deadlineAt' | 'silenceRule' | 'kitMail'>
>;
export const makeKit = (at: At, body: { personId: string; email: string; locale: Kit['locale'] }) =>
  take(api.POST(kitsPath, { ...inEpisode(at), body }));
export const changeKit = (at: At, linkId: string, body: KitSettings) =>
  take(api.PATCH(`${kitsPath}/{linkId}`, { ...ofLink(at, linkId), body }));
/** With `afterSeconds`, what `takeBackKit` undoes until then. */
export const sendKit = (at: At, linkId: string, afterSeconds = 0) =>
  take(api.POST(`${kitsPath}/{linkId}/mail`, { ...ofLink(at, linkId), body: { afterSeconds } }));
export const takeBackKit = (at: At, linkId: string) =>
  take(api.DELETE(`${kitsPath}/{linkId}/mail`, ofLink(at, linkId)));
export const newAddress = (at: At, linkId: string) =>
  take(api.POST(`${kitsPath}/{linkId}/address`, ofLink(at, linkId)));

/** An empty wording gives the one that is made back. */
export async function writeText(
  at: At,
  linkId: string,
  body: Pick<KitText, 'tone' | 'length' | 'text'> & { lang: 'en' | 'fr' },
) {
  await take(api.PUT(`${kitsPath}/{linkId}/texts`, { ...ofLink(at, linkId), body }));
  await queryClient.invalidateQueries({ queryKey: textsKey(linkId, body.lang) });
}

export const refreshKits = ({ episodeId }: At) => queryClient.invalidateQueries({ queryKey: key(episodeId) });
