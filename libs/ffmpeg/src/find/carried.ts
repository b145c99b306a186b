/** The pair that npm carries as optional packages; null when npm left them out (another platform, --omit=optional). */
export async function carriedFfmpeg(): Promise<{ ffmpeg: string; ffprobe: string } | null> {
  const [ffmpeg, ffprobe] = await Promise.all([
    pathFrom('@ffmpeg-installer/ffmpeg'),
    pathFrom('@ffprobe-installer/ffprobe'),
  ]);
  return ffmpeg && ffprobe ? { ffmpeg, ffprobe } : null;
}

/** By a variable, so that neither the compiler nor the start needs the package to be there. */
async function pathFrom(name: string): Promise<string | null> {
  try {
    const carried = (await import(name)) as { default: { path: string } };
    return carried.default.path;
  } catch {
    return null;
  }
}
