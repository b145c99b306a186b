/** A QR code as SVG, dark on light in every theme, with the quiet edge that readers need (`ux` 3.11). */
export async function qrSvg(text: string): Promise<string> {
  // Loaded when the first code is asked for: pages do not need it.
  const { encode } = await import('uqr');
  const edge = 4;
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const whole = size + 2 * edge;
  const runs = data.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x + edge} ${y + edge}h${length}v1h-${length}z`),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" shape-rendering="crispEdges"><rect width="${whole}" height="${whole}" fill="#fff"/><path fill="#1b1a22" d="${runs.join('')}"/></svg>`;
}

/** Neighbouring dark squares of a row: where they begin and how many they are. */
function runsOf(row: readonly boolean[]): [at: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
