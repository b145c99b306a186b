import { Recording } from './recording/recording.entity.js';
import { Rendition } from './recording/rendition.entity.js';
import { Revision, type Step, type WorkState } from './recording/revision.entity.js';
import { Upload, type UploadState } from './upload/upload.entity.js';

export const mediaEntities = [Upload, Recording, Revision, Rendition];
export { Recording, Rendition, Revision, type Step, Upload, type UploadState, type WorkState };
