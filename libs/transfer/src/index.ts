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
