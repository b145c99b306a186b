const parts: Record<string, RegExp> = {
  FREQ: /^(SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  // The namespace's own examples write it with dashes and colons.
  UNTIL: /^\d{4}-?\d\d-?\d\d(T\d\d:?\d\d:?\d\d(\.\d{1,3})?Z?)?$/,
  COUNT: /^[1-9]\d{0,4}$/,
  INTERVAL: /^[1-9]\d{0,3}$/,
  BYSECOND: numbers(60),
  BYMINUTE: numbers(59),
  BYHOUR: numbers(23),
  BYDAY: /^[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)(,[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU))*$/,
  BYMONTHDAY: numbers(31),
  BYYEARDAY: numbers(366),
  BYWEEKNO: numbers(53),
  BYMONTH: numbers(12),
  BYSETPOS: numbers(366),
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
};

/** A recurrence rule by its parts, or undefined for what RFC 5545 (3.3.10) has no reading for (`feed:P18`). */
export function readRrule(rule: string): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const part of rule.split(';')) {
    const [name = '', value = '', ...rest] = part.split('=');
    if (rest.length > 0 || name in found || !Object.hasOwn(parts, name) || !parts[name]!.test(value)) return undefined;
    found[name] = value;
  }
  const isBounded = 'COUNT' in found && 'UNTIL' in found;
  return 'FREQ' in found && !isBounded ? found : undefined;
}

/** One or more numbers up to `max`, which may count from the end. */
function numbers(max: number): RegExp {
  const most = String(max).length;
  return new RegExp(`^[+-]?\\d{1,${most}}(,[+-]?\\d{1,${most}})*$`);
}
