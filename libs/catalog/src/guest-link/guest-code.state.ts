/** What is known of the newest code of a link. */
export interface CodeStanding {
  askedAt: Date;
  tries: number;
  usedAt: Date | null;
}

export type CodeOutcome = 'right' | 'wrong' | 'over' | 'tries';

/** Minutes that a code lives, wrong tries it bears, and codes that a link may ask for in an hour (`ux:K-04`). */
export const codeRules = { liveMs: 10 * 60_000, tries: 5, asksAnHour: 6 };

/** What became of digits that somebody typed. Right ones are right once. */
export function judgeCode(standing: CodeStanding | undefined, isRight: boolean, now: Date): CodeOutcome {
  if (!standing || standing.usedAt || now.getTime() - standing.askedAt.getTime() > codeRules.liveMs) return 'over';
  if (standing.tries >= codeRules.tries) return 'tries';
  if (isRight) return 'right';
  return standing.tries + 1 >= codeRules.tries ? 'tries' : 'wrong';
}

/** What was typed or pasted, without the spaces and dashes that mail programs put between digits. */
export function toDigits(typed: string): string {
  return typed.slice(0, 40).replace(/[\s\u00a0\u202f-]/g, '');
}
