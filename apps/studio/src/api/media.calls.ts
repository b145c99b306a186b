import { toItems } from './account.calls';
import { call } from './client';
import type { Job, RecordingView } from './types';

const recording = (showId: string, id: string) => `/shows/${showId}/episodes/${id}/recording`;

export const getRecording = (showId: string, id: string) => call<RecordingView>('GET', recording(showId, id));
export const retryRecording = (showId: string, id: string) =>
  call<unknown>('POST', `${recording(showId, id)}/retry`, {});
export const cancelRecording = (showId: string, id: string) =>
  call<unknown>('POST', `${recording(showId, id)}/cancel`, {});
export const audioUrl = (showId: string, id: string, which: 'before' | 'after') =>
  `/api/v1${recording(showId, id)}/audio?which=${which}`;
export const sendDigest = (uploadId: string, sha256: string) =>
  call<unknown>('POST', `/uploads/${uploadId}/digest`, { sha256 });
export const listJobs = () => call<{ items: Job[] } | Job[]>('GET', '/jobs').then(toItems<Job>);
