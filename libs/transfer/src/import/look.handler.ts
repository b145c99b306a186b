import { EstradeError } from '#libs/kernel';
import type { Handler } from '#libs/queue';
import { OutboundError } from '#libs/outbound';
import type { ImportDeps } from './import.deps.js';
import { Import } from './import.entity.js';
import { beginImport, failImport, type ImportPayload } from './import.writes.js';
import { LookNotes, LookOvertaken } from './look-notes.js';
import { readPages } from './read-pages.js';
import { sampleFiles } from './sample-files.js';

/**
 * The dry run: reads all pages of a feed, keeps what each item says, looks at some of its files and counts. Nothing is
 * made. Doing it again begins anew.
 */
export function makeLook(deps: ImportDeps): Handler<ImportPayload> {
  return async (payload, run) => {
    const found = await beginImport(deps, payload, 'look');
    if (!found) return;
    try {
      await look(deps, found, run.signal);
    } catch (error) {
      if (run.signal.aborted) throw error;
      if (error instanceof LookOvertaken) return;
      if (isWorthAnotherTry(error) && !run.isLastTry && run.attempt < 3) throw new Error('later', { cause: error });
      await failImport(deps, payload, error);
    }
  };
}

async function look(deps: ImportDeps, { id, sourceUrl, showId, attempt }: Import, signal: AbortSignal): Promise<void> {
  const { dataSource } = deps;
  const notes = new LookNotes(deps, { importId: id, showId, attempt });
  await notes.begin();
  const pages = await readPages(deps, sourceUrl, (item) => notes.add(item), signal);
  await notes.end(pages);
  const seen = { state: 'running', step: 'look', attempt } as const;
  // Channel and items can be seen from here on, while some files are looked at.
  await dataSource.manager.update(Import, { id, ...seen }, { channel: pages.channel as object });
  const sample = await sampleFiles(deps, id, signal);
  const report = notes.toReport(pages, sample);
  await dataSource.manager.update(
    Import,
    { id, ...seen },
    { state: 'needs-you', step: 'decide', report: report as object },
  );
}

function isWorthAnotherTry(error: unknown): boolean {
  return error instanceof OutboundError ? error.transient : !(error instanceof EstradeError);
}
