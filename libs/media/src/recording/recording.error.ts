import { EstradeError } from '#libs/kernel';

/** 409: retry or cancel at a moment where there is nothing to retry or cancel. */
export class NothingToDo extends EstradeError {
  constructor(state: string) {
    super('NOTHING_TO_DO', 409, `This recording is ${state}; there is nothing to change.`, { state });
  }
}

/** 500 on the row: the work ended again and again for a reason of ours, which the log holds. */
export class ProcessingFailed extends EstradeError {
  constructor(step: string) {
    super(
      'PROCESSING_FAILED',
      500,
      'The sound could not be prepared for a reason on our side; your recording is safe. Try again, and if it fails again tell who runs this server.',
      { step },
    );
  }
}

/** 422 on the row: what came out is not what was promised, even after a second try. */
export class VerificationFailed extends EstradeError {
  constructor(check: string, measured: number) {
    super(
      'VERIFICATION_FAILED',
      422,
      `The finished sound did not pass its last check (${check}: ${measured}); your recording is safe. Try again with another export of it.`,
      { check, measured },
    );
  }
}

/** 422 on the row: the cuts leave nothing of the recording. */
export class NothingLeft extends EstradeError {
  constructor() {
    super('NOTHING_LEFT', 422, 'The cuts leave nothing of the recording; take one of them back, then make it again.');
  }
}

/** 409 on the row of a further file: a piece that it is made of has been deleted since. */
export class SourceGone extends EstradeError {
  constructor() {
    super('SOURCE_GONE', 409, 'A piece of this sound has been deleted since; make the sound again.');
  }
}
