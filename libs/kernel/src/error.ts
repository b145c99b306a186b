/** One field that was wrong, by its path in the form, with a sentence (or its key in the catalogue) that says what to change. */
export interface FieldProblem {
  path: string;
  message: string;
  /** For the catalogue's message of that key; the error's own otherwise. */
  params?: Record<string, string | number>;
}

/**
 * The base of every error that Estrade raises on purpose: a stable code, an HTTP status and one
 * sentence with the cure. `params` fill the catalogue's translation of the code (`error.<CODE>`).
 */
export class EstradeError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly params: Record<string, string | number> = {},
    readonly fields: FieldProblem[] = [],
    readonly extra: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** 404: it does not exist, or this actor may not know that it does (`abuse:A25`). */
export class NotFound extends EstradeError {
  constructor(what = 'This') {
    super('NOT_FOUND', 404, `${what} does not exist, or you have no access to it.`, { what });
  }
}

/** 410: it existed and was deleted. */
export class Gone extends EstradeError {
  constructor(what = 'This') {
    super('GONE', 410, `${what} was deleted by its producer.`, { what });
  }
}

/** 401: nobody is signed in, or the login has ended. */
export class NotSignedIn extends EstradeError {
  constructor() {
    super('NOT_SIGNED_IN', 401, 'Sign in first; nothing was changed.');
  }
}

/** 403: signed in, but this role or token may not do it. */
export class Forbidden extends EstradeError {
  constructor(why = 'Your role in this show does not allow that.') {
    super('FORBIDDEN', 403, why);
  }
}

/** 422: a form whose fields need a change; nothing was saved. */
export class Invalid extends EstradeError {
  constructor(fields: FieldProblem[], message = 'Some fields need a change; nothing was saved.') {
    super('INVALID', 422, message, {}, fields);
  }
}

/** 409: somebody else saved the same group first; `theirs` and `yours` hold both values. */
export class Conflict extends EstradeError {
  constructor(theirs: unknown, yours: unknown, version: number) {
    super('STALE_VERSION', 409, 'Somebody else saved this in the meantime; choose between the two.', {}, [], {
      theirs,
      yours,
      version,
    });
  }
}

/** 429: too many tries; `retryAfterSeconds` says when it is worth trying again. */
export class TooMany extends EstradeError {
  constructor(readonly retryAfterSeconds: number) {
    super('TOO_MANY', 429, `Too many tries; wait ${retryAfterSeconds} seconds and try again.`, {
      seconds: retryAfterSeconds,
    });
  }
}
