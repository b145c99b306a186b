import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { loadAssets } from './assets.js';

describe('the files of the pages', () => {
  it('keep their budgets: scripts ≤ 15 KB gz on an episode page, ≤ 8 KB elsewhere, ≤ 12 KB embedded, the font ≤ 35 KB', async () => {
    const { files, paths } = await loadAssets();
    const size = (path: string) => gzipSync(files.find((file) => file.path === path)!.bytes).length;
    const site = size(paths.siteScript);
    expect(site).toBeLessThanOrEqual(8 * 1024);
    expect(site + size(paths.playerScript)).toBeLessThanOrEqual(15 * 1024);
    expect(size(paths.embedScript)).toBeLessThanOrEqual(12 * 1024);
    expect(files.find((file) => file.path === paths.fontLatin)!.bytes.length).toBeLessThanOrEqual(35 * 1024);
  });

  it('are plain scripts that parse, without a comment left', async () => {
    const { files } = await loadAssets();
    const scripts = files.filter((file) => file.mime.startsWith('text/javascript'));
    for (const script of scripts) {
      const text = script.bytes.toString();
      expect(text).not.toMatch(/^\s*\/[/*]/m);
      expect(() => new Script(text)).not.toThrow();
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
