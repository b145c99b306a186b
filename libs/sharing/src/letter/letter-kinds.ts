/**
 * The mails to a guest (`ux` 2.11): the link is made; proposals wait; a day before their deadline; the kit; seven days
 * after the release; the day that the guest chose.
 */
export const letterKinds = ['welcome', 'proposals', 'reminder', 'kit', 'week', 'again'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Those that a guest can switch off; the reminder goes with the proposals. */
export const optionalLetters = ['proposals', 'kit', 'week'] as const satisfies readonly LetterKind[];
export type OptionalLetter = (typeof optionalLetters)[number];
