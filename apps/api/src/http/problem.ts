import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { z } from 'zod';
import { EstradeError } from '#libs/kernel';
import { type Params, type Region, isKey, t } from '#libs/messages';
import { FormRefused } from './form.js';

/** Every error as the API answers it: problem details (RFC 9457) with a stable code. */
export const problemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    requestId: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemAnswer>;

/** The problem of an error in the reader's language. What we did not raise ourselves says no more than its kind (`abuse:A47`). */
export function toProblem(error: unknown, region: Region, requestId: string): Problem {
  const { code, status, params, fallback } = classify(error);
  const key = `error.${code}`;
  const known = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail: isKey(key) ? t(region, key, params) : (fallback ?? t(region, 'error.INTERNAL')),
    requestId,
  };
  const fields = toFields(error, region);
  const extra = error instanceof EstradeError ? error.extra : {};
  return { ...extra, ...known, ...(fields.length > 0 && { fields }) };
}

interface Kind {
  code: string;
  status: number;
  params?: Params;
  fallback?: string;
}

function classify(error: unknown): Kind {
  if (error instanceof EstradeError) {
    const { code, status, params, message } = error;
    return { code, status, params, ...(status < 500 && { fallback: message }) };
  }
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  if (error instanceof QueryFailedError) return ofDatabase(String((error.driverError as { code?: unknown }).code));
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return ofStatus(statusCode);
  if (isConnectionLoss(String(code))) return { code: 'UNAVAILABLE', status: 503 };
  return { code: 'INTERNAL', status: 500 };
}

const codes: Record<number, string> = {
  401: 'NOT_SIGNED_IN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  410: 'GONE',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_TYPE',
  503: 'UNAVAILABLE',
};

function ofStatus(status: number): Kind {
  return { code: codes[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL'), status };
}

/** Class 22 is a value that the database cannot hold (NUL, a number out of range): the request's fault, not ours. */
function ofDatabase(sqlState: string): Kind {
  if (sqlState.startsWith('22')) return { code: 'BAD_REQUEST', status: 400 };
  return isConnectionLoss(sqlState) ? { code: 'UNAVAILABLE', status: 503 } : { code: 'INTERNAL', status: 500 };
}

function isConnectionLoss(code: string): boolean {
  return /^(08|57P0|53)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'].includes(code);
}

function toFields(error: unknown, region: Region): { path: string; message: string }[] {
  if (error instanceof FormRefused) {
    return error.problems.map(({ path, key, n }) => ({ path, message: isKey(key) ? t(region, key, { n }) : key }));
  }
  if (!(error instanceof EstradeError)) return [];
  return error.fields.map(({ path, message, params = error.params }) => ({
    path,
    message: isKey(message) ? t(region, message, params) : message,
  }));
}
