// Runs jest once and counts what passed and what failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const { jest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The second jest project: tests of services that a machine may lack. */
export const servicesConfig = {
  ...jest,
  rootDir: root,
  testMatch: ['<rootDir>/**/*.services-spec.ts'],
  testPathIgnorePatterns: ['/dist/', '/node_modules/'],
};

/** A file that does not load, and a run that ends badly without a failed test, count as one failure each. */
export function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'estrade-jest-'));
  const output = join(folder, 'result.json');
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const all = [...node, '--json', '--outputFile', output, ...args];
  try {
    const { status } = spawnSync(process.execPath, all, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    const result = JSON.parse(readFileSync(output, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return { passed: result.numPassedTests, failed: failed || (status === 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** The last line of every test command, and its exit code: it fails when anything failed, and when nothing ran. */
export function finish({ passed, failed }) {
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
