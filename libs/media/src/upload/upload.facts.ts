/** A file is whole and stored; `revisionId` is what is made of it. Payload of the fact `upload.finished`. */
export interface UploadFinished {
  readonly uploadId: string;
  readonly revisionId: string;
}

export const uploadFinished = 'upload.finished';
