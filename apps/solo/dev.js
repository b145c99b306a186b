/**
 * `npm run dev`: compiles on every save and starts the instance again; the studio is built again as well.
 * Plain JavaScript, like `start.js`.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './start.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');

await build();
const options = { cwd: root, stdio: 'inherit' };
const parts = [
  [join(modules, 'typescript/bin/tsc'), '-p', 'tsconfig.json', '--watch', '--preserveWatchOutput'],
  [join(modules, 'vite/bin/vite.js'), 'build', 'apps/studio', '--watch', '--logLevel', 'warn'],
  ['--watch', '--watch-preserve-output', join(root, 'dist/apps/solo/src/main.js')],
].map((args) => spawn(process.execPath, args, options));

let isStopping = false;
function stop() {
  if (isStopping) return;
  isStopping = true;
  for (const part of parts) part.kill('SIGTERM');
}
process.on('SIGINT', stop).on('SIGTERM', stop);
for (const part of parts) part.on('exit', stop);
