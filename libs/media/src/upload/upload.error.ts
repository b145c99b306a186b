import { EstradeError } from '#libs/kernel';

const inGb = (bytes: number): number => Math.ceil(bytes / 1e8) / 10;

/** 413: larger than one file may be. */
export class UploadTooLarge extends EstradeError {
  constructor(bytes: number, most: number) {
    super(
      'UPLOAD_TOO_LARGE',
      413,
      `This file has ${inGb(bytes)} GB and one file may have at most ${inGb(most)} GB; export it in a compressed format, such as FLAC or MP3.`,
      { size: inGb(bytes), most: inGb(most) },
    );
  }
}

/** 413: the instance keeps as much as it may. */
export class QuotaExceeded extends EstradeError {
  constructor(bytes: number, left: number) {
    super(
      'QUOTA_EXCEEDED',
      413,
      `This file has ${inGb(bytes)} GB and only ${Math.floor(Math.max(0, left) / 1e8) / 10} GB are left on this server; delete recordings that are no longer needed or ask who runs it for more room.`,
      { size: inGb(bytes), left: Math.floor(Math.max(0, left) / 1e8) / 10 },
    );
  }
}

/** 409: a recording sounds of so many tracks at most. */
export class TooManyTracks extends EstradeError {
  constructor(most: number) {
    super(
      'TOO_MANY_TRACKS',
      409,
      `This recording has ${most} tracks and cannot have more; mix some of them into one file and upload that.`,
      { most },
    );
  }
}

/** 409: the bytes that arrived are not the bytes that were sent. */
export class DigestDiffers extends EstradeError {
  constructor() {
    super(
      'DIGEST_DIFFERS',
      409,
      'The file arrived changed: what is stored differs from what your browser read. Send it again; nothing else was touched.',
    );
  }
}

/** 409: the end has not arrived yet. */
export class UploadUnfinished extends EstradeError {
  constructor(received: number, total: number) {
    super('UPLOAD_UNFINISHED', 409, `Only ${received} of ${total} bytes have arrived; let the upload end first.`, {
      received,
      total,
    });
  }
}

/** 423: another connection is sending the same file right now (`fault:F20`). */
export class UploadLocked extends EstradeError {
  constructor() {
    super('UPLOAD_LOCKED', 423, 'Another connection is sending this file at the moment; wait a few seconds.');
  }
}
