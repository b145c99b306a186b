import { transformFile } from '@swc/core';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * For tests only: compiles this lib and the kernel into the folder, as the build does, because neither a thread nor
 * another process can run the sources. Gives the address of the compiled `src/`.
 */
export async function compileLib(folder: string): Promise<URL> {
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ type: 'module', imports: { '#libs/*': './libs/*/src/index.js' } }),
  );
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  for (const lib of ['libs/kernel/src', 'libs/ffmpeg/src']) {
    const names = await readdir(lib, { recursive: true });
    for (const name of names.filter((each) => each.endsWith('.ts') && !/spec|test-/.test(each))) {
      const target = join(folder, lib, name.replace(/ts$/, 'js'));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, (await transformFile(join(lib, name))).code);
    }
  }
  return pathToFileURL(join(folder, 'libs/ffmpeg/src/'));
}
