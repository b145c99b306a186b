const shapes = {
  play: 'M8 5v14l11-7z',
  pause: 'M7 5h4v14H7zM13 5h4v14h-4z',
  previous: 'M7 6h2v12H7zM19 6v12l-9-6z',
  next: 'M15 6h2v12h-2zM5 6v12l9-6z',
} as const;

/** A drawn sign of the player, 24 px; the button around it has the name. */
export function Icon({ name, className }: { name: keyof typeof shapes; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" className={className}>
      <path fill="currentColor" d={shapes[name]} />
    </svg>
  );
}
