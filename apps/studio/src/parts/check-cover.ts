export type CoverRemark = 'not-a-picture' | 'small' | 'not-square' | 'huge';

/** What can be said about a cover before it is sent: Apple asks for a square of 1400 to 3000 pixels; the server has the last word. */
export async function checkCover(file: File): Promise<CoverRemark | null> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return 'not-a-picture';
  const url = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const { naturalWidth: width, naturalHeight: height } = picture;
    if (Math.max(width, height) > 10_000) return 'huge';
    if (Math.min(width, height) < 1400) return 'small';
    return width === height ? null : 'not-square';
  } catch {
    return 'not-a-picture';
  } finally {
    URL.revokeObjectURL(url);
  }
}
