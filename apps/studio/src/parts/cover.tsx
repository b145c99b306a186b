import classes from './cover.module.css';

/** A square cover; without one, the first letter on the accent's wash. Decorative: its name always stands beside it. */
export function Cover({ url, name, size }: { url?: string | null; name: string; size: number }) {
  const box = { width: size, height: size };
  return url ? (
    <img className={classes.cover} src={url} alt="" style={box} width={size} height={size} loading="lazy" />
  ) : (
    <span className={classes.letter} style={{ ...box, fontSize: size * 0.5 }} aria-hidden>
      {(name.match(/[\p{L}\p{N}]/u)?.[0] ?? 'e').toUpperCase()}
    </span>
  );
}
