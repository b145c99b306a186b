// The tests of services: those whose tools are here are run, the others are named.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, runJest, servicesConfig } from './jest.mjs';
import { aptLine, isPresent, toolsOf } from './tools.mjs';

/** With CI=true a tool that is missing is a failure. */
export function runServices(args = []) {
  const { stdout } = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '*.services-spec.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const specs = stdout
    .split('\n')
    .filter(Boolean)
    .map((file) => ({ file, needs: toolsOf(join(root, file)) }));
  const ready = specs.filter(({ needs }) => needs.every(isPresent));
  const waiting = specs.filter((spec) => !ready.includes(spec));

  let result = { passed: 0, failed: 0 };
  if (ready.length > 0) {
    const files = ready.map(({ file }) => file);
    result = runJest([
      '--config',
      JSON.stringify(servicesConfig),
      '--runInBand',
      '--runTestsByPath',
      ...files,
      ...args,
    ]);
  }
  if (waiting.length === 0) return result;
  const missing = [...new Set(waiting.flatMap(({ needs }) => needs.filter((tool) => !isPresent(tool))))];
  console.log(`\nNot run, because ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not installed:`);
  for (const { file } of waiting) console.log(`  ${file}`);
  console.log(`To run them too: ${aptLine(missing)}`);
  if (process.env.CI === 'true') {
    console.log('CI=true: a missing tool is a failure.');
    result.failed += waiting.length;
  }
  return result;
}
