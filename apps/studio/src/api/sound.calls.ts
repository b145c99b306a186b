import { api, take } from './client';
import type { SoundDefaults, SoundEdit } from './sound.types';

const inShow = (showId: string) => ({ params: { path: { showId } } });
const at = (showId: string, episodeId: string) => ({ params: { path: { showId, episodeId } } });
const piece = (showId: string, pieceId: string) => ({ params: { path: { showId, pieceId } } });

export const getSound = (showId: string, id: string) =>
  take(api.GET('/api/v1/shows/{showId}/episodes/{episodeId}/sound', at(showId, id)));
export const saveSound = (showId: string, id: string, version: number, edit: SoundEdit & { noteShown: boolean }) =>
  take(api.PUT('/api/v1/shows/{showId}/episodes/{episodeId}/sound', { ...at(showId, id), body: { version, ...edit } }));
export const makeSound = (showId: string, id: string) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/sound/renders', at(showId, id)));
export const backToOriginal = (showId: string, id: string) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/sound/original', at(showId, id)));
export const rollBack = (showId: string, id: string, revisionId: string) =>
  take(
    api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/sound/rollback', {
      ...at(showId, id),
      body: { revisionId },
    }),
  );
export const updateTags = (showId: string, id: string) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/sound/tags', at(showId, id)));
export const delayTrack = (showId: string, episodeId: string, trackId: string, delayMs: number) =>
  take(
    api.PATCH('/api/v1/shows/{showId}/episodes/{episodeId}/sound/tracks/{trackId}', {
      params: { path: { showId, episodeId, trackId } },
      body: { delayMs },
    }),
  );
export const dropTrack = (showId: string, episodeId: string, trackId: string) =>
  take(
    api.DELETE('/api/v1/shows/{showId}/episodes/{episodeId}/sound/tracks/{trackId}', {
      params: { path: { showId, episodeId, trackId } },
    }),
  );
export const askPreview = (showId: string, id: string, atMs: number, edit: SoundEdit) =>
  take(
    api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/sound/previews', {
      ...at(showId, id),
      body: { atMs, ...edit },
    }),
  );
export const getPreview = (showId: string, episodeId: string, previewId: string) =>
  take(
    api.GET('/api/v1/shows/{showId}/episodes/{episodeId}/sound/previews/{previewId}', {
      params: { path: { showId, episodeId, previewId } },
    }),
  );
export const getPeaks = (showId: string, episodeId: string, revision: string, which: 'before' | 'after') =>
  take(
    api.GET('/api/v1/shows/{showId}/episodes/{episodeId}/sound/peaks', {
      params: { path: { showId, episodeId }, query: { revision, which } },
    }),
  );

export const getShowSound = (showId: string) => take(api.GET('/api/v1/shows/{showId}/sound', inShow(showId)));
export const saveShowSound = (showId: string, version: number, defaults: SoundDefaults) =>
  take(api.PUT('/api/v1/shows/{showId}/sound', { ...inShow(showId), body: { version, ...defaults } }));
/** `release`: listeners get each sound by itself where nothing else is unreleased. */
export const renderStale = (showId: string, release: boolean) =>
  take(api.POST('/api/v1/shows/{showId}/sound/renders', { ...inShow(showId), body: { release } }));
export const stopRenders = (showId: string) => take(api.DELETE('/api/v1/shows/{showId}/sound/renders', inShow(showId)));

export const addPiece = (showId: string, body: { uploadId: string; name: string; licence: string }) =>
  take(api.POST('/api/v1/shows/{showId}/pieces', { ...inShow(showId), body }));
export const savePiece = (showId: string, pieceId: string, body: { name: string; licence: string }) =>
  take(api.PATCH('/api/v1/shows/{showId}/pieces/{pieceId}', { ...piece(showId, pieceId), body }));
export const dropPiece = (showId: string, pieceId: string) =>
  take(api.DELETE('/api/v1/shows/{showId}/pieces/{pieceId}', piece(showId, pieceId)));
