export type CoverRefusal = 'not-a-picture' | 'small' | 'not-square';

/** What keeps a picture from being a cover, as far as the browser can tell: a square of 1400 pixels or more is asked for. */
export async function checkCover(file: File): Promise<CoverRefusal | null> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return 'not-a-picture';
  const url = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const { naturalWidth: width, naturalHeight: height } = picture;
    if (Math.min(width, height) < 1400) return 'small';
    return width === height ? null : 'not-square';
  } catch {
    return 'not-a-picture';
  } finally {
    URL.revokeObjectURL(url);
  }
}
