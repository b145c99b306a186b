/** A language's name in the reader's words: `anglais`, `English`. */
export function langName(reader: string, tag: string): string {
  try {
    return new Intl.DisplayNames(reader, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
