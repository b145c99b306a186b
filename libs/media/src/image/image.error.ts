import { EstradeError } from '#libs/kernel';

/** 422: not a still JPEG, PNG or WebP by its content, whatever its name says (`abuse:A10`). */
export class CoverNotRaster extends EstradeError {
  constructor(options?: ErrorOptions) {
    super(
      'COVER_NOT_RASTER',
      422,
      'This is not a still JPEG, PNG or WebP picture; export the picture as JPEG or PNG and choose it again.',
    );
    this.cause = options?.cause;
  }
}

/** 422: too many pixels to decode safely (`abuse:A40`). */
export class ImageTooLarge extends EstradeError {
  constructor(width: number, height: number, most: number) {
    super(
      'IMAGE_TOO_LARGE',
      422,
      `This picture is ${width} × ${height} pixels; at most ${most} × ${most} are accepted, and 3000 × 3000 is enough.`,
      { width, height, most },
    );
  }
}

/** 422: fewer pixels than apps ask for. */
export class CoverTooSmall extends EstradeError {
  constructor(width: number, height: number, least: number) {
    super(
      'COVER_TOO_SMALL',
      422,
      `This picture is ${width} × ${height} pixels; it needs at least ${least} × ${least}, 3000 × 3000 at best.`,
      { width, height, least },
    );
  }
}

/** 422: too far from square to be cut without losing a part of the picture. */
export class CoverNotSquare extends EstradeError {
  constructor(width: number, height: number) {
    super(
      'COVER_NOT_SQUARE',
      422,
      `This picture is ${width} × ${height} pixels and a cover is square; cut it to a square, 3000 × 3000 at best, and choose it again.`,
      { width, height },
    );
  }
}
