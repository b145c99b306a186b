import { cleanLine, cleanText, type FieldProblem } from '#libs/kernel';
import { isTimeZone } from '../episode/schedule.plan.js';

/** An event's settings; absent ones stay as they are. Dates are local, `YYYY-MM-DD`. */
export interface EventForm {
  startsOn?: string;
  endsOn?: string;
  timeZone?: string;
  place?: string;
  texts?: { lang: string; name: string; description: string }[];
}

export function cleanEventForm(form: EventForm): EventForm {
  const texts = form.texts?.map(({ lang, name, description }) => ({
    lang,
    name: cleanLine(name),
    description: cleanText(description),
  }));
  return { ...form, ...(form.place !== undefined && { place: cleanLine(form.place) }), ...(texts && { texts }) };
}

/** What is wrong with a cleaned form, applied to `event`; none: it may be saved. */
export function findEventProblems(form: EventForm, event?: { startsOn: string; endsOn: string }): FieldProblem[] {
  const startsOn = form.startsOn ?? event?.startsOn ?? '';
  const endsOn = form.endsOn ?? event?.endsOn ?? '';
  const found: (FieldProblem | false)[] = [
    !isDate(startsOn) && { path: 'startsOn', message: 'error.field.wrongDate' },
    !isDate(endsOn) && { path: 'endsOn', message: 'error.field.wrongDate' },
    isDate(startsOn) && isDate(endsOn) && endsOn < startsOn && { path: 'endsOn', message: 'error.field.event.ends' },
    form.timeZone !== undefined &&
      !isTimeZone(form.timeZone) && {
        path: 'timeZone',
        message: 'error.field.timeZone',
      },
    form.texts?.length === 0 && { path: 'texts', message: 'error.field.texts.none' },
    ...(form.texts ?? []).map(
      ({ name }, i) =>
        (name === '' || name.length > 255) && {
          path: `texts.${i}.name`,
          message: 'error.field.event.name',
        },
    ),
  ];
  return found.filter((problem) => problem !== false);
}

/** Whether the text is a day of the calendar. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && text !== '0000-00-00' && toIsoDate(time) === text;
}

function toIsoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
