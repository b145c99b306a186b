const longest = 120;

/** What a piece is called at first: its file's name without the ending, cut to what a name may have. */
export function toPieceName(fileName: string): string {
  const name = fileName.replace(/\.[^.]+$/, '').trim() || fileName.trim();
  return name.slice(0, longest).trim();
}
