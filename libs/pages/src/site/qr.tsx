import { encode } from 'uqr';

/** A code that leads a phone to an address; dark on light in every theme, with the quiet border that scanners want. */
export function QrCode({ text, label, size }: { text: string; label: string; size: number }) {
  const { data, size: side } = encode(text, { ecc: 'M', border: 3 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} width={size} height={size} role="img" aria-label={label}>
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
