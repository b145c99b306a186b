import { type FieldProblem, Invalid, type Region, regions, toLanguage } from '#libs/kernel';
import { isTimeZone } from '../episode/schedule.plan.js';
import { isMailAddress } from '../feed/value.plan.js';
import type { GuestLink } from './guest-link.entity.js';

/** What a producer, and in part the guest, may set of a link; absent fields stay. */
export type GuestLinkForm = Partial<
  Pick<GuestLink, 'email' | 'locale' | 'timeZone' | 'deadlineAt' | 'silenceRule' | 'kitMail' | 'countsVia'>
>;

export function cleanLinkForm(form: GuestLinkForm): GuestLinkForm {
  const said = Object.entries(form).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(said), ...(form.email !== undefined && { email: form.email.trim() }) };
}

/** @throws Invalid with the fields that need a change. */
export function refuseLinkForm(form: GuestLinkForm): void {
  const problems = findLinkFormProblems(form);
  if (problems.length) throw new Invalid(problems);
}

export function findLinkFormProblems({ email, locale, timeZone }: GuestLinkForm): FieldProblem[] {
  const found: (FieldProblem | false)[] = [
    !!email?.trim() &&
      (email.length > 254 || !isMailAddress(email.trim())) && { path: 'email', message: 'error.field.wrongEmail' },
    locale !== undefined && !regions.includes(locale) && { path: 'locale', message: 'error.field.language' },
    timeZone !== undefined && !isTimeZone(timeZone) && { path: 'timeZone', message: 'error.field.timeZone' },
  ];
  return found.filter((problem) => problem !== false);
}

/** The regional form that a guest begins with: the show's own, else the Canadian of its language. */
export function toRegion(language: string): Region {
  const known = regions.find((region) => region === language);
  return known ?? (toLanguage(language) === 'fr' ? 'fr-CA' : 'en-CA');
}
