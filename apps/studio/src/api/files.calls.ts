import { api, language, take } from './client';
import { toProblem, Unreachable } from './problem';
import type { Episode } from './types';

export interface NewFile {
  showId: string;
  episodeId: string;
  version: number;
  file: File;
}

/** Sends a file beside the sound; `onShare` hears how much of it is sent, from 0 to 1. */
export function sendFile({ showId, episodeId, version, file }: NewFile, onShare: (share: number) => void) {
  const query = new URLSearchParams({ version: String(version), name: file.name });
  return new Promise<Episode>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/shows/${showId}/episodes/${episodeId}/files?${query.toString()}`);
    request.setRequestHeader('content-type', 'application/vnd.estrade.file');
    request.setRequestHeader('accept-language', language());
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Unreachable());
    request.onload = () => {
      if (request.status < 300) resolve(request.response as Episode);
      else reject(toProblem(request.status, request.response));
    };
    request.send(file);
  });
}

/** The files that stay, in their order, with their titles. */
export const arrangeFiles = (
  showId: string,
  episodeId: string,
  version: number,
  files: { id: string; labels: { lang: 'en' | 'fr'; text: string }[] }[],
) =>
  take(
    api.PUT('/api/v1/shows/{showId}/episodes/{episodeId}/files', {
      params: { path: { showId, episodeId } },
      body: { version, files },
    }),
  );

/** Gives an episode its page before the release, or takes it away. */
export const announceEpisode = (showId: string, episodeId: string, isAnnounced: boolean) =>
  take(
    api.POST('/api/v1/shows/{showId}/episodes/{episodeId}/announce', {
      params: { path: { showId, episodeId } },
      body: { isAnnounced },
    }),
  );
