import { EstradeError } from '#libs/kernel';

/** 401: unknown address or wrong password; the two are told apart nowhere (`abuse:A35`). */
export class WrongCredentials extends EstradeError {
  constructor() {
    super('WRONG_CREDENTIALS', 401, 'This e-mail address and password do not belong together.');
  }
}

/** 422: the present password, asked for again before a change, was wrong. */
export class WrongPassword extends EstradeError {
  constructor(path: string) {
    super('WRONG_PASSWORD', 422, 'The present password is wrong; nothing was changed.', {}, [
      { path, message: 'error.field.wrongPassword' },
    ]);
  }
}

/** 410: a one-time link that was used, has ended or never existed. */
export class LinkEnded extends EstradeError {
  constructor() {
    super('LINK_ENDED', 410, 'This link was used already or has ended; ask for a new one.');
  }
}

/** 409: the instance has an owner; the set-up link has done its work. */
export class AlreadySetUp extends EstradeError {
  constructor() {
    super('ALREADY_SET_UP', 409, 'This instance is set up already; sign in.');
  }
}

/** 409: the new address belongs to another account by now. */
export class EmailTaken extends EstradeError {
  constructor() {
    super('EMAIL_TAKEN', 409, 'Another account uses this address by now; your address stays as it was.');
  }
}

/** 409: a show keeps at least one owner. */
export class LastOwner extends EstradeError {
  constructor() {
    super('LAST_OWNER', 409, 'This is the last owner of the show; make somebody else owner first.');
  }
}

/** 403: an API token on a route that only a signed-in browser may use (`abuse:A27`). */
export class LoginOnly extends EstradeError {
  constructor() {
    super('LOGIN_ONLY', 403, 'An API token cannot do this; sign in with a browser.');
  }
}

/** 403: the API token lacks a scope. */
export class ScopeMissing extends EstradeError {
  constructor(scope: string) {
    super('SCOPE_MISSING', 403, `This API token lacks the scope “${scope}”; make one that has it.`, { scope });
  }
}
