import { EstradeError } from '#libs/kernel';

/** 422: the bytes are not sound that Estrade reads (a playlist, a text, an image, noise). */
export class NotAudio extends EstradeError {
  constructor(options?: ErrorOptions) {
    super(
      'NOT_AUDIO',
      422,
      'This file is not an audio or video recording; upload the sound file itself, such as WAV, FLAC, MP3, M4A or MP4.',
    );
    this.cause = options?.cause;
  }
}

/** 422: zero bytes. */
export class EmptyFile extends EstradeError {
  constructor() {
    super(
      'EMPTY_FILE',
      422,
      'This file is empty (0 bytes); export it again from your recorder and upload it once more.',
    );
  }
}

/** 422: a video or container without any sound. */
export class NoAudioTrack extends EstradeError {
  constructor() {
    super(
      'NO_AUDIO_TRACK',
      422,
      'This file has pictures but no sound; export it again with its sound and upload it once more.',
    );
  }
}

/** 422: more channels than a mix for listeners can have. */
export class TooManyChannels extends EstradeError {
  constructor(channels: number, most: number) {
    super(
      'TOO_MANY_CHANNELS',
      422,
      `This file has ${channels} channels and Estrade mixes at most ${most}; export a mono or stereo mix and upload that.`,
      { channels, most },
    );
  }
}

/** 422: it looked like sound, but it cannot be decoded. */
export class DamagedAudio extends EstradeError {
  constructor(options?: ErrorOptions) {
    super(
      'DAMAGED_AUDIO',
      422,
      'The sound in this file is damaged and cannot be read; export it again or upload the original recording.',
    );
    this.cause = options?.cause;
  }
}

/** 422: longer than this server accepts. */
export class TooLong extends EstradeError {
  constructor(durationMs: number, mostMs: number) {
    const hours = Math.round(durationMs / 360_000) / 10;
    const most = Math.round(mostMs / 360_000) / 10;
    super('TOO_LONG', 422, `This recording lasts ${hours} hours and at most ${most} are accepted; cut it into parts.`, {
      hours,
      most,
    });
  }
}

/** 422: a cover whose decoded size would be unreasonable. */
export class CoverTooLarge extends EstradeError {
  constructor() {
    super(
      'COVER_TOO_LARGE',
      422,
      'The cover inside this file has more than 40 million pixels; choose another of at most 6000 × 6000.',
    );
  }
}

/** 422: a film was asked of a recording whose pictures cannot be kept: it has none, none that browsers play, or it is cut. */
export class PicturesNotKept extends EstradeError {
  constructor() {
    super(
      'PICTURES_NOT_KEPT',
      422,
      'The pictures of this recording cannot be published with its sound: they can only be copied whole, as H.264, HEVC, AV1, VP8 or VP9; take back its cuts, intro and outro, or publish the sound alone.',
    );
  }
}

/** 500: ffmpeg stopped with an error; `cause` holds the end of what it said, for the log only. */
export class MediaCommandFailed extends EstradeError {
  constructor(what: string, said: string) {
    super(
      'MEDIA_COMMAND_FAILED',
      500,
      `The sound could not be processed (${what}); try again, and if it fails again upload the original recording.`,
      { what },
    );
    this.cause = said;
  }
}

/** 500: a command ran into its limit of wall or processor time. */
export class MediaCommandTimedOut extends EstradeError {
  constructor(
    what: string,
    seconds: number,
    readonly limit: 'wall' | 'processor' = 'wall',
  ) {
    super(
      'MEDIA_COMMAND_TIMED_OUT',
      500,
      `Processing the sound took longer than ${seconds} seconds and was stopped (${what}); try again when the server is less busy.`,
      { what, seconds },
    );
  }
}

/** 500: a command showed no progress for so long that it was taken for hung and ended. */
export class MediaCommandStalled extends EstradeError {
  constructor(what: string, seconds: number) {
    super(
      'MEDIA_COMMAND_STALLED',
      500,
      `Processing the sound stood still for ${seconds} seconds and was stopped (${what}); try again, and if it stands still again upload another export of the recording.`,
      { what, seconds },
    );
  }
}

/** 500 at start: no usable ffmpeg; the message is the one to print. */
export class FfmpegUnusable extends EstradeError {
  constructor(message: string) {
    super('FFMPEG_UNUSABLE', 500, message);
  }
}
