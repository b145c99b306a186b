const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const form = new RegExp(
  `^(${days.join('|')}), (\\d{1,2}) (${months.join('|')}) (\\d{4}) ([01]\\d|2[0-3]):([0-5]\\d):([0-5]\\d) (GMT|[+-]\\d{4})$`,
);

/** The instant of an RFC 2822 date (`feed:I09`: English names, weekday present and right, numeric zone or GMT); undefined if it is none. */
export function parseRfc2822(text: string): Date | undefined {
  const parts = form.exec(text);
  if (!parts) return undefined;
  const [, weekday, day, month, year, hour, minute, second, zone] = parts;
  const local = Date.UTC(
    Number(year),
    months.indexOf(month!),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const date = new Date(local);
  if (date.getUTCDate() !== Number(day) || days[date.getUTCDay()] !== weekday) return undefined;
  return new Date(local - offsetOf(zone!));
}

function offsetOf(zone: string): number {
  if (zone === 'GMT') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
