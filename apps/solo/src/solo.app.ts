import { SetupService } from '#libs/accounts';
import { createApiApp } from '../../api/src/api.app.js';
import { createWebApp } from '../../web/src/web.app.js';
import { openFront } from './front.js';
import { type Instance, openInstance } from './instance.js';
import { startWorkerProcess } from './worker-process.js';

/** A running instance: both sites on one port in this process, the worker in another. */
export interface Solo {
  instance: Instance;
  port: number;
  workerPid(): number | undefined;
  /** Apps first, database last: readiness off, streams ended, running answers and jobs given their grace. */
  stop(): Promise<void>;
}

const graceMs = 8_000;

/** Starts everything on this machine; whatever was started is stopped again when a later part fails. */
export async function startSolo(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<Solo> {
  const instance = await openInstance(env, say, (config) => openFront(config.port, config.host));
  const { front, deps, database } = instance;
  const undo: (() => Promise<unknown>)[] = [() => instance.close()];
  try {
    const { publicUrl, secret } = deps.config;
    const worker = startWorkerProcess(
      { ...env, DATABASE_URL: database.url, PUBLIC_URL: publicUrl, SECRET: secret },
      say,
    );
    undo.unshift(() => worker.stop(graceMs));
    const web = await createWebApp({ ...deps, dataSource: await instance.openPool() });
    undo.unshift(() => web.close());
    const api = await createApiApp({ ...deps, dataSource: await instance.openPool() });
    undo.unshift(() => api.close());
    // Before anybody is answered: whoever waits for /readyz may log in at once.
    const { ownerEmail, ownerPassword } = deps.config;
    if (ownerEmail && ownerPassword) await api.app.get(SetupService).ensureOwner(ownerEmail, ownerPassword);
    front.attach({ web: web.handler, api: api.handler });
    return {
      instance,
      port: front.port,
      workerPid: worker.pid,
      async stop() {
        web.stopBeingReady();
        worker.expectEnd();
        api.endStreams();
        await inOrder([() => front.close(graceMs), ...undo]);
      },
    };
  } catch (error) {
    await inOrder(undo).catch(() => {});
    throw error;
  }
}

/** One after the other, each whatever became of the one before: the database is stopped in any case. @throws the first error. */
async function inOrder(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const step of steps) await step().catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw errors[0];
}
