import type { ArchiveSum } from './archive-file.js';

/** The version of what an archive holds; it grows with what a reader has to know. */
const archiveVersion = 1;

/** The archive's list of its own files, in their order, without itself and `SHA256SUMS`. */
export function toManifest(sums: readonly ArchiveSum[]): string {
  return `${JSON.stringify({ format: 'estrade-export', version: archiveVersion, files: sums }, null, 1)}\n`;
}

/** The same in the form that `sha256sum -c SHA256SUMS` reads. */
export function toSumsText(sums: readonly ArchiveSum[]): string {
  return sums.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}

/** The sums of a `SHA256SUMS`, by path. */
export function parseSums(text: string): Map<string, string> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [, sha256, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      return sha256 && path ? [[path, sha256] as const] : [];
    }),
  );
}
