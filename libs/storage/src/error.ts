import { EstradeError } from '#libs/kernel';

/** 404: there is no file under this key. */
export class FileMissing extends EstradeError {
  constructor(key: string) {
    super('FILE_MISSING', 404, 'This file is not in the storage any more; publish the episode again to make it anew.', {
      key,
    });
  }
}

/** 507: nothing more can be written (`fault:F23`). What was there is untouched. */
export class DiskFull extends EstradeError {
  constructor(options?: ErrorOptions) {
    super('DISK_FULL', 507, 'The disk of this server is full; nothing was lost. Make room, and the work goes on.');
    this.cause = options?.cause;
  }
}

/** Turns the ways in which disks and stores say "full" into one error; passes everything else on. */
export function toStorageError(error: unknown): unknown {
  const { code, name, $metadata } = (error ?? {}) as {
    code?: string;
    name?: string;
    $metadata?: { httpStatusCode?: number };
  };
  const isFull =
    ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code ?? '') ||
    [413, 507].includes($metadata?.httpStatusCode ?? 0) ||
    /QuotaExceeded|InsufficientStorage|StorageFull/i.test(name ?? '');
  return isFull ? new DiskFull({ cause: error }) : error;
}
