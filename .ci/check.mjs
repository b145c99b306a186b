// npm run check: format, lint, types, floors, both catalogues. Prints one line for each, and what is wrong.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (path, ...args) => [`node_modules/${path}`, ...args];
const typescript = ['--import', './test/setup/typescript.mjs'];

const steps = {
  format: bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  lint: bin('oxlint/bin/oxlint', '--deny-warnings', '--quiet'),
  'types of the server': bin('typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit', '--incremental', 'false'),
  'types of the studio': bin('typescript/bin/tsc', '-p', 'apps/studio/tsconfig.json', '--noEmit'),
  floors: [...typescript, 'test/architecture/check-floors.ts'],
  catalogues: [...typescript, 'test/architecture/check-catalogues.ts'],
};

let isBad = false;
for (const [name, args] of Object.entries(steps)) {
  const { code, output } = await run(args);
  isBad ||= code !== 0;
  console.log(`${code === 0 ? 'ok ' : 'BAD'} ${name}`);
  if (code !== 0) console.log(output.trim().replace(/^/gm, '    '));
}
process.exit(isBad ? 1 : 0);

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
