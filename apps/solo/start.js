/**
 * The door of `npm start`: builds what is out of date, then runs the built program in this process. Plain
 * JavaScript, because it runs before anything is built.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const stamps = { server: join(root, 'dist', '.built-server'), studio: join(root, 'dist', '.built-studio') };
const common = ['libs/kernel', 'libs/messages', 'libs/look', 'package.json', 'package-lock.json', 'tsconfig.json'];
const inputs = { server: ['apps', 'libs', 'migrations', 'test', ...common], studio: ['apps/studio', ...common] };

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Estrade needs Node 20.19 or later; this is ${process.versions.node}. Nothing was started.`);
  process.exit(1);
}

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path)
    .filter((name) => name !== 'node_modules' && !name.startsWith('.'))
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

/** Whether a part's sources are newer than its last build. */
export function isStale(part) {
  const built = statSync(stamps[part], { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return inputs[part].some((input) => newest(join(root, input)) > built);
}

function run(part, script, args) {
  const startedAt = new Date();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', ...script), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject).on('exit', (code) => {
      if (code !== 0) return reject(new Error(`The build of the ${part} failed; the lines above say why.`));
      mkdirSync(dirname(stamps[part]), { recursive: true });
      writeFileSync(stamps[part], '');
      utimesSync(stamps[part], startedAt, startedAt);
      resolve();
    });
  });
}

/** Builds the server and the studio (or one of them) side by side, each only when its sources changed. */
export async function build(wanted = ['server', 'studio']) {
  const parts = wanted.filter(isStale);
  if (parts.length === 0) return;
  console.log(`Building the ${parts.join(' and the ')} (only after a change) …`);
  await Promise.all(
    parts.map((part) =>
      part === 'server'
        ? run(part, ['typescript', 'bin', 'tsc'], ['-p', 'tsconfig.json'])
        : run(part, ['vite', 'bin', 'vite.js'], ['build', 'apps/studio', '--logLevel', 'warn']),
    ),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  if (!process.argv.includes('--build-only')) await import('../../dist/apps/solo/src/main.js');
}
