import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { z } from 'zod';
import { passwordLength } from '#libs/accounts';
import { EstradeError, regions } from '#libs/kernel';
import { isKey } from '#libs/messages';

/** One wrong field, before it is put into words: `key` is a message, `n` its number. */
export interface FormProblem {
  path: string;
  key: string;
  n: number;
}

/** 400 for a field that does not exist (`abuse:A26`), 422 for one whose value needs a change. */
export class FormRefused extends EstradeError {
  constructor(readonly problems: FormProblem[]) {
    const isUnknown = problems.some(({ key }) => key === 'error.field.unknown');
    super(isUnknown ? 'UNKNOWN_FIELD' : 'INVALID', isUnknown ? 400 : 422, 'The form was refused.');
  }
}

/** Validates every `@Body({ schema })` and `@Query({ schema })` with its zod schema. @throws FormRefused */
export const formPipe = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) => new FormRefused((issues as ZodIssue[]).slice(0, 50).flatMap(toProblems)),
});

/** Fields that several forms have. */
export const fields = {
  email: z.email().max(254),
  password: z.string().min(passwordLength.min).max(passwordLength.max),
  /** A password typed again: any length up to the bound, so that the answer is about the password. */
  presentPassword: z.string().max(passwordLength.max),
  name: z.string().trim().min(1).max(200),
  secret: z.string().min(1).max(200),
  locale: z.enum(regions),
  timeZone: z.string().max(100).refine(isTimeZone, { error: 'error.field.timeZone' }),
} as const;

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

type ZodIssue = StandardSchemaV1.Issue & Partial<z.core.$ZodIssue>;

function toProblems(issue: ZodIssue): FormProblem[] {
  const path = (issue.path ?? [])
    .map((segment) => String(typeof segment === 'object' ? segment.key : segment))
    .join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys!.slice(0, 20).map((key) => ({
      path: [path, key.slice(0, 80)].filter(Boolean).join('.'),
      key: 'error.field.unknown',
      n: 0,
    }));
  }
  return [
    {
      path,
      key: toKey(issue),
      n: Number(('minimum' in issue ? issue.minimum : 'maximum' in issue ? issue.maximum : 0) ?? 0),
    },
  ];
}

const formats: Record<string, string> = {
  email: 'wrongEmail',
  url: 'wrongAddress',
  datetime: 'wrongDate',
  date: 'wrongDate',
};

function toKey(issue: ZodIssue): string {
  if (isKey(issue.message)) return issue.message;
  const size = { string: ['tooShort', 'tooLong'], array: ['tooFew', 'tooMany'] }[
    String('origin' in issue && issue.origin)
  ];
  switch (issue.code) {
    case 'invalid_type':
      return 'input' in issue && issue.input !== undefined ? 'error.field.wrongType' : 'error.field.required';
    case 'too_small':
      return `error.field.${size?.[0] === 'tooShort' && issue.minimum === 1 ? 'required' : (size?.[0] ?? 'tooSmall')}`;
    case 'too_big':
      return `error.field.${size?.[1] ?? 'tooBig'}`;
    case 'invalid_value':
      return 'error.field.wrongChoice';
    case 'invalid_format':
      return `error.field.${formats[String('format' in issue && issue.format)] ?? 'wrongFormat'}`;
    default:
      return 'error.field.wrongFormat';
  }
}
