// npm test: builds what the journeys start, runs every test that Node alone can run, then those of services.
// `npm test -- libs/queue` runs only what is named, and no services.
import { spawnSync } from 'node:child_process';
import { add, finish, root, runJest } from './jest.mjs';
import { runServices } from './services.mjs';

const args = process.argv.slice(2);
const build = spawnSync(process.execPath, ['apps/solo/start.js', '--build-only'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) finish({ passed: 0, failed: 1 });

const own = runJest(args);
finish(args.length > 0 ? own : add(own, runServices()));
