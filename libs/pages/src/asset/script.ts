import { readFile } from 'node:fs/promises';

/**
 * A browser module as it is served: the compiled file without its comments. Where nothing is compiled (tests run
 * from the sources), its types are taken out on the spot with the compiler of the tests.
 */
export async function readScript(name: string): Promise<Buffer> {
  const compiled = new URL(`../browser/${name}.js`, import.meta.url);
  const code = await readFile(compiled, 'utf8').catch(() => fromSource(name));
  return Buffer.from(withoutComments(code));
}

async function fromSource(name: string): Promise<string> {
  const { transform } = await import('@swc/core');
  const source = await readFile(new URL(`../browser/${name}.ts`, import.meta.url), 'utf8');
  const { code } = await transform(source, {
    swcrc: false,
    configFile: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  });
  return code;
}

/** Our own modules hold no comment sign inside a string and no text of several lines, so comments and indents can go by sight. */
function withoutComments(code: string): string {
  return code
    .replace(/^\s*(?:\/\*\*?[^]*?\*\/\s*)+/gm, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\n\s+/g, '\n')
    .trimStart();
}
