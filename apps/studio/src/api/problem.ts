/** An error answer of the API (RFC 9457): what happened, what is safe, what to do, and the fields to change. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: { path: string; message: string }[] = [],
    readonly extra: Record<string, unknown> = {},
  ) {
    super(detail);
  }
}

/** The request did not reach the server; nothing is known to be lost. */
export class Unreachable extends Error {}

/** From whatever came as the body of an error answer. */
export function toProblem(status: number, answer: unknown): Problem {
  const body = (typeof answer === 'object' && answer !== null ? answer : {}) as Record<string, unknown>;
  return new Problem(
    status,
    String(body['code'] ?? `HTTP_${status}`),
    String(body['detail'] ?? body['title'] ?? ''),
    Array.isArray(body['fields']) ? (body['fields'] as Problem['fields']) : [],
    body,
  );
}

/** The server's sentence for each field, for `form.setErrors`. */
export function toFieldErrors(error: unknown): Record<string, string> {
  return error instanceof Problem ? Object.fromEntries(error.fields.map((f) => [f.path, f.message])) : {};
}
