import type { Addresses } from '#libs/catalog';

/** The widths in which a stored picture lies ready. */
const widths = [96, 320, 640, 1400] as const;

/**
 * A square picture in a box that keeps its place while it loads. `size` is its width on the page in CSS px;
 * the first picture of a page is `eager`. An empty `alt` makes it decoration.
 */
export function Picture(props: {
  addresses: Addresses;
  imageKey: string;
  size: number;
  alt: string;
  className?: string;
  eager?: boolean;
}) {
  const { addresses, imageKey, size } = props;
  const path = (width: number) => addresses.path(addresses.image(imageKey, width));
  const fitting = widths.find((width) => width >= size) ?? 1400;
  const sharper = widths.find((width) => width >= size * 2) ?? 1400;
  return (
    <img
      src={path(fitting)}
      srcSet={sharper === fitting ? undefined : `${path(fitting)} 1x, ${path(sharper)} 2x`}
      width={size}
      height={size}
      alt={props.alt}
      className={props.className}
      loading={props.eager ? undefined : 'lazy'}
      decoding="async"
    />
  );
}

/** A person's portrait, or, without a photograph, their initial on its plank. Decoration: the name stands beside it. */
export function Portrait(props: {
  addresses: Addresses;
  name: string;
  photoKey: string | null;
  size: number;
  eager?: boolean;
}) {
  const { photoKey, size } = props;
  if (photoKey) {
    return <Picture {...props} imageKey={photoKey} alt="" className="portrait" />;
  }
  return <Monogram name={props.name} size={size} className="portrait" />;
}

/** A cover, or, without one, the title's initial on its plank. */
export function Cover(props: {
  addresses: Addresses;
  title: string;
  imageKey: string | null;
  size: number;
  alt?: string;
  eager?: boolean;
}) {
  if (props.imageKey) {
    return <Picture {...props} imageKey={props.imageKey} alt={props.alt ?? ''} className="cover" />;
  }
  return <Monogram name={props.title} size={props.size} className="cover" />;
}

const letters = new Intl.Segmenter();

function firstOf(text: string): string | undefined {
  for (const { segment } of letters.segment(text)) return segment;
  return undefined;
}

function Monogram({ name, size, className }: { name: string; size: number; className: string }) {
  const initial = firstOf(name.trim().replace(/^[«"“'’\s]+/, '')) ?? '·';
  return (
    <svg className={`${className} monogram`} viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <text x="16" y="21.5" textAnchor="middle">
        {initial.toUpperCase()}
      </text>
      <rect x="9" y="24.5" width="14" height="2" />
    </svg>
  );
}
