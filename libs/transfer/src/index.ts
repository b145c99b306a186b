import { ImportItem } from './import/import-item.entity.js';
import { Import } from './import/import.entity.js';
import { ShowExport } from './export/show-export.entity.js';

/** The rows of this lib. */
export const transferEntities = [ShowExport, Import, ImportItem];
export { ShowExport };
export { ArchiveDamaged, ExportNotReady, NothingToExport } from './export/export.error.js';
export { writeExport } from './export/export.job.js';
export { type ExportFile, type ExportForm, ExportsService } from './export/exports.service.js';
export { findUnwritten } from './export/find-unwritten.js';
export { onExportParked } from './export/on-export-parked.js';
export type { ExportState, ExportStep } from './export/show-export.entity.js';
export { type ExportDeps, makeWriteExport } from './export/write-export.handler.js';
export { Import, ImportItem };
export type { MoveCheck } from './move/move-check.plan.js';
export { MoveToItself, MoveToOtherFeed, MoveWithoutFeed } from './move/move.error.js';
export { type MoveForm, MovesService, type MoveView } from './move/moves.service.js';
export type {
  FeedProblem,
  ImportedChannel,
  ImportedItem,
  ProblemCode,
  TagCount,
  TagFate,
} from './feed-document/imported-feed.js';
export { problemCodes } from './feed-document/imported-feed.js';
export { FeedTooLarge, FeedWithDtd, NotAFeed } from './feed-document/feed.error.js';
export { findUnimported } from './import/find-unfinished.js';
export type { ImportDeps } from './import/import.deps.js';
export { FeedLocked, ImportNotReady, TooManyImports } from './import/import.error.js';
export { makeImportHandlers } from './import/import.handlers.js';
export { importJobs } from './import/import.jobs.js';
export { importSubscriptions } from './import/import-subscriptions.js';
export type { ImportItemView, ImportView } from './import/import.view.js';
export type { ImportReport, ProblemCount } from './import/import-report.js';
export { type ItemFilter, ImportsService, type StartForm } from './import/imports.service.js';
export { onImportParked } from './import/on-import-parked.js';
export { sweepImports } from './import/sweep-imports.js';
export { sweepParts } from './import/sweep-parts.js';
