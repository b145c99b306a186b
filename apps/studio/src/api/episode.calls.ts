import { api, asPicture, take, takeItems } from './client';
import type { paths } from './schema';

type Body<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : never;
type Group<P extends keyof paths, M extends keyof paths[P]> = Omit<Body<P, M>, 'version'>;

export type DraftForm = Body<'/api/v1/shows/{showId}/episodes', 'post'>;
export type FileTags = NonNullable<DraftForm['tags']>;
export type BasicsForm = Group<'/api/v1/shows/{showId}/episodes/{episodeId}/basics', 'patch'>;
export type TextsForm = Group<'/api/v1/shows/{showId}/episodes/{episodeId}/texts', 'put'>;
export type ChaptersForm = Group<'/api/v1/shows/{showId}/episodes/{episodeId}/chapters', 'put'>;
export type PeopleForm = Group<'/api/v1/shows/{showId}/episodes/{episodeId}/people', 'put'>;
export type ScheduleForm = Body<'/api/v1/shows/{showId}/episodes/{episodeId}/schedule', 'post'>;

const of = (showId: string) => ({ params: { path: { showId } } });
const at = (showId: string, episodeId: string) => ({ params: { path: { showId, episodeId } } });

export const listEpisodes = (showId: string) => takeItems(api.GET('/api/v1/shows/{showId}/episodes', of(showId)));
export const createEpisode = (showId: string, body: DraftForm) =>
  take(api.POST('/api/v1/shows/{showId}/episodes', { ...of(showId), body }));
export const getEpisode = (showId: string, id: string) =>
  take(api.GET('/api/v1/shows/{showId}/episodes/{episodeId}', at(showId, id)));

export const saveBasics = (showId: string, id: string, version: number, form: BasicsForm) =>
  take(
    api.PATCH('/api/v1/shows/{showId}/episodes/{episodeId}/basics', { ...at(showId, id), body: { version, ...form } }),
  );
export const saveTexts = (showId: string, id: string, version: number, form: TextsForm) =>
  take(api.PUT('/api/v1/shows/{showId}/episodes/{episodeId}/texts', { ...at(showId, id), body: { version, ...form } }));
export const saveChapters = (showId: string, id: string, version: number, form: ChaptersForm) =>
  take(
    api.PUT('/api/v1/shows/{showId}/episodes/{episodeId}/chapters', { ...at(showId, id), body: { version, ...form } }),
  );
export const savePeople = (showId: string, id: string, version: number, form: PeopleForm) =>
  take(
    api.PUT('/api/v1/shows/{showId}/episodes/{episodeId}/people', { ...at(showId, id), body: { version, ...form } }),
  );

const cover = (showId: string, episodeId: string, query: object) => ({
  params: { path: { showId, episodeId }, query: query as never },
});
/** `proposed`: the picture was found in the file and nobody has confirmed it yet. */
export const putEpisodeCover = (showId: string, id: string, version: number, picture: Blob, proposed = false) =>
  take(
    api.PUT('/api/v1/shows/{showId}/episodes/{episodeId}/cover', {
      ...cover(showId, id, { version, ...(proposed && { proposed: '1' }) }),
      ...asPicture(picture),
    }),
  );
export const dropEpisodeCover = (showId: string, id: string, version: number) =>
  take(api.DELETE('/api/v1/shows/{showId}/episodes/{episodeId}/cover', cover(showId, id, { version })));

/** With `afterSeconds`, a plan that `unschedule` takes back until the last second. */
export const publish = (showId: string, id: string, afterSeconds = 0) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/publish', { ...at(showId, id), body: { afterSeconds } }));
export const schedule = (showId: string, id: string, body: ScheduleForm) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/schedule', { ...at(showId, id), body }));
export const unschedule = (showId: string, id: string) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/unschedule', at(showId, id)));
export const update = (showId: string, id: string) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/update', at(showId, id)));
/** `isByLaw`: its address answers 451 until it is published again. */
export const unpublish = (showId: string, id: string, isByLaw = false) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/unpublish', { ...at(showId, id), body: { isByLaw } }));
export const binEpisode = (showId: string, id: string) =>
  take(api.DELETE('/api/v1/shows/{showId}/episodes/{episodeId}', at(showId, id)));
export const restoreEpisode = (showId: string, id: string) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/restore', at(showId, id)));

export const previewNotes = (markdown: string) => take(api.POST('/api/v1/notes/preview', { body: { markdown } }));
