// What tests of Debian's services need: how to see that a tool is there, and the packages that bring it.
// A `*.services-spec.ts` names its tools in its first line: `// needs: redis-server`.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const tools = {
  'redis-server': { programs: ['redis-server'], packages: ['redis-server'] },
  swift: {
    programs: [
      'swift-proxy-server',
      'swift-account-server',
      'swift-container-server',
      'swift-object-server',
      'memcached',
    ],
    packages: ['swift-proxy', 'swift-account', 'swift-container', 'swift-object', 'memcached'],
  },
  ffmpeg: { programs: ['ffmpeg', 'ffprobe'], packages: ['ffmpeg'] },
  nginx: { programs: ['nginx'], packages: ['nginx'] },
  sox: { programs: ['sox'], packages: ['sox'] },
  'espeak-ng': { programs: ['espeak-ng'], packages: ['espeak-ng'] },
  flite: { programs: ['flite'], packages: ['flite'] },
  xmllint: { programs: ['xmllint'], packages: ['libxml2-utils'] },
};

const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];

export function isPresent(tool) {
  return tools[tool].programs.every((program) => folders.some((folder) => existsSync(join(folder, program))));
}

/** The tools that a spec names in its first line; throws when it names none or one that is not in the table. */
export function toolsOf(file) {
  const named = /^\/\/ needs: (.+)$/m.exec(readFileSync(file, 'utf8').split('\n', 1)[0])?.[1].split(/,\s*/) ?? [];
  if (named.length === 0 || named.some((tool) => !tools[tool])) {
    throw new Error(
      `${file} must begin with a line such as "// needs: redis-server" (known: ${Object.keys(tools).join(', ')}).`,
    );
  }
  return named;
}

export function aptLine(missing) {
  return `apt-get install -y ${[...new Set(missing.flatMap((tool) => tools[tool].packages))].join(' ')}`;
}

if (process.argv[2] === '--packages')
  console.log(
    Object.values(tools)
      .flatMap(({ packages }) => packages)
      .join(' '),
  );
