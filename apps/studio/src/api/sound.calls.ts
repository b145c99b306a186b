import type { EpisodeSound, Preview, SentPeaks, ShowSound, SoundDefaults, SoundEdit, Piece } from './sound.types';
import { ask } from './ask';

const show = (showId: string) => `/api/v1/shows/${showId}`;
const at = (showId: string, id: string) => `${show(showId)}/episodes/${id}/sound`;

export const getSound = (showId: string, id: string) => ask<EpisodeSound>('GET', at(showId, id));
export const saveSound = (showId: string, id: string, version: number, edit: SoundEdit & { noteShown: boolean }) =>
  ask<EpisodeSound>('PUT', at(showId, id), { version, ...edit });
export const makeSound = (showId: string, id: string) => ask<EpisodeSound>('POST', `${at(showId, id)}/renders`);
export const backToOriginal = (showId: string, id: string) => ask<EpisodeSound>('POST', `${at(showId, id)}/original`);
export const rollBack = (showId: string, id: string, revisionId: string) =>
  ask<EpisodeSound>('POST', `${at(showId, id)}/rollback`, { revisionId });
export const updateTags = (showId: string, id: string) => ask<EpisodeSound>('POST', `${at(showId, id)}/tags`);
export const askPreview = (showId: string, id: string, atMs: number, edit: SoundEdit) =>
  ask<Preview>('POST', `${at(showId, id)}/previews`, { atMs, ...edit });
export const getPreview = (showId: string, id: string, previewId: string) =>
  ask<Preview>('GET', `${at(showId, id)}/previews/${previewId}`);
/** For an `<audio>`. */
export const previewUrl = (showId: string, id: string, previewId: string) =>
  `${at(showId, id)}/previews/${previewId}/audio`;
export const getPeaks = (showId: string, id: string, revisionId: string, which: 'before' | 'after') =>
  ask<SentPeaks>('GET', `${at(showId, id)}/peaks?revision=${revisionId}&which=${which}`);

export const getShowSound = (showId: string) => ask<ShowSound>('GET', `${show(showId)}/sound`);
export const saveShowSound = (showId: string, version: number, defaults: SoundDefaults) =>
  ask<ShowSound>('PUT', `${show(showId)}/sound`, { version, ...defaults });
export const renderStale = (showId: string) => ask<ShowSound>('POST', `${show(showId)}/sound/renders`);
export const stopRenders = (showId: string) => ask<ShowSound>('DELETE', `${show(showId)}/sound/renders`);
export const addPiece = (showId: string, body: { uploadId: string; name: string; licence: string }) =>
  ask<Piece>('POST', `${show(showId)}/pieces`, body);
export const savePiece = (showId: string, pieceId: string, body: { name: string; licence: string }) =>
  ask<Piece>('PATCH', `${show(showId)}/pieces/${pieceId}`, body);
export const dropPiece = (showId: string, pieceId: string) => ask<void>('DELETE', `${show(showId)}/pieces/${pieceId}`);
