/** `2026-05-12T07:00`: what a clock in `zone` shows at an instant. */
export function localOf(at: string | Date, zone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const parts = Object.fromEntries(format.formatToParts(new Date(at)).map((p) => [p.type, p.value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`;
}

/**
 * The instant at which a clock in `zone` shows `local`, for showing other clocks; the server decides about times that
 * do not exist or exist twice. ISO 8601.
 */
export function utcOf(local: string, zone: string): string {
  const asUtc = Date.parse(`${local}:00Z`);
  let guess = asUtc;
  for (let i = 0; i < 2; i += 1) guess += asUtc - Date.parse(`${localOf(new Date(guess), zone)}:00Z`);
  return new Date(guess).toISOString();
}
