import { EstradeError } from '#libs/kernel';

/** 409: it is still being made, or could not be. */
export class ExportNotReady extends EstradeError {
  constructor() {
    super('EXPORT_NOT_READY', 409, 'This archive is not ready to be fetched.');
  }
}

/** 500: an archive that was read again does not hold what was put into it. */
export class ArchiveDamaged extends EstradeError {
  constructor(what: string) {
    super('EXPORT_DAMAGED', 500, `The archive came out damaged (${what}); order it again.`, { what });
  }
}

/** 422: an archive without a single episode would be an empty house. */
export class NothingToExport extends EstradeError {
  constructor() {
    super('EXPORT_EMPTY', 422, 'This show has nothing yet that could be taken out.');
  }
}
