import { gzipSync } from 'node:zlib';
import { loadAssets } from './assets.js';

describe('the files of the pages', () => {
  it('keep their budgets: scripts ≤ 15 KB gz on an episode page, ≤ 8 KB elsewhere, the font ≤ 35 KB', async () => {
    const { files, paths } = await loadAssets();
    const size = (path: string) => gzipSync(files.find((file) => file.path === path)!.bytes).length;
    const site = size(paths.siteScript);
    const player = [paths.playerScript, ...paths.playerParts].reduce((sum, path) => sum + size(path), site);
    expect(site).toBeLessThanOrEqual(8 * 1024);
    expect(player).toBeLessThanOrEqual(15 * 1024);
    expect(files.find((file) => file.path === paths.fontLatin)!.bytes.length).toBeLessThanOrEqual(35 * 1024);
  });

  it('have no comment left and import each other by the names they have', async () => {
    const { files } = await loadAssets();
    const scripts = files.filter((file) => file.mime.startsWith('text/javascript'));
    for (const script of scripts) {
      const text = script.bytes.toString();
      expect(text).not.toMatch(/^\s*\/[/*]/m);
      for (const [, name] of text.matchAll(/from\s*["']\.\/(\w+)\.js["']/g)) {
        expect(scripts.some((each) => each.path.endsWith(`/${name}.js`))).toBe(true);
      }
    }
  });

  it('are real icons', async () => {
    const { files } = await loadAssets();
    const bytes = (path: string) => files.find((file) => file.path === path)!.bytes;
    expect(bytes('/apple-touch-icon.png').subarray(1, 4).toString()).toBe('PNG');
    expect([...bytes('/favicon.ico').subarray(0, 4)]).toEqual([0, 0, 1, 0]);
    expect(JSON.parse(bytes('/manifest.webmanifest').toString())).toMatchObject({ name: 'Estrade' });
  });
});
