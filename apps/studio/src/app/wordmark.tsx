import { wordmarkSvg } from '#libs/look';

const drawn = { __html: wordmarkSvg('Estrade') };

/** The wordmark on its plank, as high as `height` pixels. */
export function Wordmark({ height = 26 }: { height?: number }) {
  return (
    <span
      style={{ display: 'inline-block', height, width: (height * 369) / 102, color: 'var(--ink)' }}
      dangerouslySetInnerHTML={drawn}
    />
  );
}
