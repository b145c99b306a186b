/** Storage keys of the photographs of people that a piece is drawn from, wherever they stand in its input. */
export function facesIn(kind: string, input: unknown): string[] {
  if (kind === 'photo') return [(input as { key: string }).key];
  if (Array.isArray(input)) return input.flatMap((each) => facesIn('', each));
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) =>
    name === 'photoKey' && typeof value === 'string' ? [value] : facesIn('', value),
  );
}

/** Whether somebody's photograph was taken away or replaced: what shows the old one is shown no longer. */
export function losesFace(kind: string, before: unknown, after: unknown): boolean {
  const still = facesIn(kind, after);
  return facesIn(kind, before).some((face) => !still.includes(face));
}
