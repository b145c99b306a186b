import { EstradeError } from '#libs/kernel';
import { fileBytesMax, filesMax } from './episode-file.js';

/** 422: by its content it is none of the kinds that are taken. */
export class FileKindUnknown extends EstradeError {
  constructor(options?: ErrorOptions) {
    super(
      'FILE_KIND_UNKNOWN',
      422,
      'This is no PDF, picture (PNG, JPEG, WebP), EPUB or OpenDocument presentation; export it as a PDF and choose it again.',
    );
    this.cause = options?.cause;
  }
}

/** 413: larger than a file beside the sound may be. */
export class FileTooLarge extends EstradeError {
  constructor() {
    super('FILE_TOO_LARGE', 413, 'A file may have 50 MB at most; make it smaller and choose it again.', {
      most: fileBytesMax,
    });
  }
}

/** 422: the episode has as many files as it may have. */
export class TooManyFiles extends EstradeError {
  constructor() {
    super('TOO_MANY_FILES', 422, `An episode has ${filesMax} files at most; remove one first.`, { most: filesMax });
  }
}
