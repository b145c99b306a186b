/** K-weighting (ITU-R BS.1770): a high shelf and a high-pass, for any sample rate. */
function kWeighting(rate: number): readonly (readonly [number, number, number, number, number])[] {
  const shelf = (() => {
    const [f, gainDb, q] = [1681.974450955533, 3.999843853973347, 0.7071752369554196];
    const k = Math.tan((Math.PI * f) / rate);
    const vh = 10 ** (gainDb / 20);
    const vb = vh ** 0.4996667741545416;
    const a0 = 1 + k / q + k * k;
    return [
      (vh + (vb * k) / q + k * k) / a0,
      (2 * (k * k - vh)) / a0,
      (vh - (vb * k) / q + k * k) / a0,
      (2 * (k * k - 1)) / a0,
      (1 - k / q + k * k) / a0,
    ] as const;
  })();
  const k = Math.tan((Math.PI * 38.13547087602444) / rate);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return [shelf, [1, -2, 1, (2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0]];
}

/** Short-term loudness of a sound at each full second, LUFS as heard (one channel counts as two), never below -70. */
export function shortTerm(channels: readonly Float32Array[], rate: number): number[] {
  const seconds = Math.floor((channels[0]?.length ?? 0) / rate);
  const power = new Float64Array(seconds);
  for (const channel of channels) {
    let samples: Float32Array = channel;
    for (const [b0, b1, b2, a1, a2] of kWeighting(rate)) {
      const out = new Float32Array(samples.length);
      let [x1, x2, y1, y2] = [0, 0, 0, 0];
      for (let i = 0; i < samples.length; i += 1) {
        const x = samples[i]!;
        const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
        [x2, x1, y2, y1] = [x1, x, y1, y];
        out[i] = y;
      }
      samples = out;
    }
    for (let second = 0; second < seconds; second += 1) {
      let sum = 0;
      for (let i = second * rate; i < (second + 1) * rate; i += 1) sum += samples[i]! ** 2;
      power[second]! += (sum / rate) * (channels.length === 1 ? 2 : 1);
    }
  }
  return Array.from(power, (_, second) => {
    const window = power.slice(Math.max(0, second - 2), second + 1);
    const mean = window.reduce((sum, p) => sum + p, 0) / window.length;
    return Math.max(-70, -0.691 + 10 * Math.log10(mean));
  });
}
