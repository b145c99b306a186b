/** Earlier there was no podcast, later is a mistake (`abuse:A20`: 1601, 9999). */
const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zones of RFC 822, and those that feeds use beside them, in minutes. */
const zones: Readonly<Record<string, number>> = {
  ...{ ut: 0, utc: 0, gmt: 0, z: 0, est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360 },
  ...{ pst: -480, pdt: -420, ast: -240, adt: -180, nst: -210, bst: 60, ist: 330, cet: 60, cest: 120 },
  ...{ eet: 120, eest: 180, wet: 0, west: 60, msk: 180, jst: 540, aest: 600, aedt: 660, akst: -540, hst: -600 },
};

/**
 * A date as feeds write it: RFC 2822 with or without weekday, seconds and zone, years of two digits, names of months
 * in full, also before the day; ISO 8601, also with a blank. Without a zone it is UTC. Null for what is none, or
 * cannot be the date of an episode.
 */
export function parseFeedDate(text: string): Date | null {
  const said = text.trim().slice(0, 100);
  const time = fromIso(said) ?? fromWords(said) ?? fromNumbers(said);
  return time !== undefined && time >= earliest && time < latest ? new Date(time) : null;
}

function fromIso(said: string): number | undefined {
  const found =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[A-Z]{2,4})?)?$/i.exec(
      said,
    );
  if (!found) return undefined;
  const [, y, m, d, h = '0', min = '0', s = '0', zone] = found;
  return toTime({ year: Number(y), month: Number(m) - 1, day: Number(d), clock: [h, min, s], zone });
}

const clock = String.raw`(?:[\s,]+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(am|pm)?\s*(?:([+-]\d{1,2}:?\d{2})|\(?([A-Za-z]{1,5})\)?)?.*)?$`;
const dayFirst = new RegExp(
  String.raw`^(?:[A-Za-zÀ-ÿ]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([A-Za-z]{3,9})\.?[\s,-]+(\d{4}|\d{2})` + clock,
  'i',
);
const monthFirst = new RegExp(
  String.raw`^(?:[A-Za-zÀ-ÿ]+\.?,?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})` + clock,
  'i',
);

function fromWords(said: string): number | undefined {
  const first = dayFirst.exec(said);
  if (first) return fromParts(first[1]!, first[2]!, first[3]!, first.slice(4));
  const second = monthFirst.exec(said);
  return second ? fromParts(second[2]!, second[1]!, second[3]!, second.slice(4)) : undefined;
}

/** `2024/05/12 07:00:00`, and seconds since 1970. */
function fromNumbers(said: string): number | undefined {
  if (/^\d{9,10}$/.test(said)) return Number(said) * 1000;
  const found = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(said);
  if (!found) return undefined;
  const [, y, m, d, h = '0', min = '0', s = '0'] = found;
  return toTime({ year: Number(y), month: Number(m) - 1, day: Number(d), clock: [h, min, s], zone: undefined });
}

function fromParts(day: string, name: string, year: string, rest: (string | undefined)[]): number | undefined {
  const month = months.indexOf(name.slice(0, 3).toLowerCase());
  if (month < 0) return undefined;
  const [h = '0', min = '0', s = '0', half, offset, zone] = rest;
  const hours = half ? (Number(h) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(h);
  const full = year.length === 2 ? (Number(year) < 70 ? 2000 : 1900) + Number(year) : Number(year);
  return toTime({ year: full, month, day: Number(day), clock: [String(hours), min, s], zone: offset ?? zone });
}

interface Parts {
  year: number;
  month: number;
  day: number;
  clock: [string, string, string];
  zone: string | undefined;
}

function toTime({ year, month, day, clock: [h, min, s], zone }: Parts): number | undefined {
  const [hour, minute, second] = [Number(h), Number(min), Math.min(59, Number(s))];
  const time = Date.UTC(year, month, day, hour, minute, second);
  const isReal = new Date(Date.UTC(year, month, day)).getUTCDate() === day && hour < 25 && minute < 60;
  return isReal ? time - toOffset(zone) * 60_000 : undefined;
}

/** Minutes east of UTC; an unknown zone counts as UTC. */
function toOffset(zone: string | undefined): number {
  const found = /^([+-])(\d{1,2}):?(\d{2})$/.exec(zone ?? '');
  if (!found) return zones[(zone ?? '').toLowerCase()] ?? 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return minutes > 14 * 60 ? 0 : found[1] === '-' ? -minutes : minutes;
}
