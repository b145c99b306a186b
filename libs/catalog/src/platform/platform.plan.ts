/** Where listeners are, and what each wants of chapters and transcripts: read in its own help pages. */
export const platforms = ['apple', 'spotify', 'youtube'] as const;
export type Platform = (typeof platforms)[number];

/** One thing that a platform wants otherwise; in words: `platform.<code>`. */
export interface PlatformRemark {
  code: string;
  params: Record<string, string | number>;
  /** It works, but would be better otherwise. */
  isAdvice: boolean;
}

/** Empty, or advice only: the platform takes it. */
export type PlatformChecks = Record<Platform, PlatformRemark[]>;

export function problem(code: string, params: PlatformRemark['params'] = {}): PlatformRemark {
  return { code, params, isAdvice: false };
}

export function advice(code: string, params: PlatformRemark['params'] = {}): PlatformRemark {
  return { code, params, isAdvice: true };
}
