import type { Handlers } from '#libs/queue';
import { makeCheckMove } from './check-move.handler.js';
import { makeCopy } from './copy.handler.js';
import type { ImportDeps } from './import.deps.js';
import type { importJobs } from './import.jobs.js';
import { makeLook } from './look.handler.js';
import { makeMake } from './make.handler.js';

/** The handlers of an import's jobs, for the worker's table. */
export function makeImportHandlers(deps: ImportDeps): Handlers<typeof importJobs> {
  return {
    'transfer.look': makeLook(deps),
    'transfer.make': makeMake(deps),
    'transfer.copy': makeCopy(deps),
    'transfer.check-move': makeCheckMove(deps),
  };
}
