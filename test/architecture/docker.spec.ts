import { existsSync, readFileSync } from 'node:fs';
import { environmentSchema } from '#libs/config';

const read = (file: string): string => readFileSync(`docker/${file}`, 'utf8');
const parts = ['Dockerfile', 'compose.yaml', 'README.md'].map(read).join('\n');

describe('the container files', () => {
  it('start programs that the build makes', () => {
    const programs = [...new Set(parts.match(/dist\/apps\/\w+\/src\/[\w-]+\.js/g))];
    expect(programs).toHaveLength(4);
    for (const program of programs) expect(existsSync(program.replace('dist/', '').replace(/js$/, 'ts'))).toBe(true);
  });

  it('set only variables that the configuration reads', () => {
    const block = /environment: &environment\n((?: {4}\S.*\n)+)/.exec(read('compose.yaml'))![1]!;
    const names = [...block.matchAll(/^ {4}(\w+):/gm)].map((line) => line[1]!);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !(name in environmentSchema.shape))).toEqual([]);
    const image = [...read('Dockerfile').matchAll(/(\w+)=\S+/g)].map((word) => word[1]!);
    for (const name of ['NODE_ENV', 'HOST', 'PORT', 'DATA_DIR']) expect(image).toContain(name);
  });

  it('ask in env.example for every value that the compose file wants', () => {
    const wanted = [...new Set([...read('compose.yaml').matchAll(/\$\{(\w+)/g)].map((word) => word[1]!))];
    const offered = [...read('env.example').matchAll(/^(\w+)=/gm)].map((line) => line[1]!);
    expect(wanted.filter((name) => !offered.includes(name))).toEqual([]);
  });

  it('use a Node and a Postgres that Estrade runs on', () => {
    expect(read('Dockerfile').match(/FROM node:(\d+)-/g)).toEqual(['FROM node:24-', 'FROM node:24-']);
    expect(Number(/postgres:(\d+)/.exec(read('compose.yaml'))![1])).toBeGreaterThanOrEqual(15);
  });
});
