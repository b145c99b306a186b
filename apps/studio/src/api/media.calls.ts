import { api, take } from './client';

const at = (showId: string, episodeId: string) => ({ params: { path: { showId, episodeId } } });

export const getRecording = (showId: string, id: string) =>
  take(api.GET('/api/v1/shows/{showId}/episodes/{episodeId}/recording', at(showId, id)));
export const retryRecording = (showId: string, id: string) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/recording/retry', at(showId, id)));
export const cancelRecording = (showId: string, id: string) =>
  take(api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/recording/cancel', at(showId, id)));
/** For an `<audio>`: ranges, signed in by the cookie. */
export const audioUrl = (showId: string, id: string, which: 'before' | 'after', revisionId: string) =>
  `/api/v1/shows/${showId}/episodes/${id}/recording/audio?which=${which}&revision=${revisionId}`;
export const sendDigest = (id: string, sha256: string) =>
  take(api.POST('/api/v1/uploads/{id}/digest', { params: { path: { id } }, body: { sha256 } }));
/** What is worked on, and by whom. */
export const getJobs = () => take(api.GET('/api/v1/jobs'));
const ofRecording = (recordingId: string) => ({ params: { path: { recordingId } } });
export const retryJob = (recordingId: string) =>
  take(api.POST('/api/v1/jobs/{recordingId}/retry', ofRecording(recordingId)));
export const cancelJob = (recordingId: string) =>
  take(api.POST('/api/v1/jobs/{recordingId}/cancel', ofRecording(recordingId)));
