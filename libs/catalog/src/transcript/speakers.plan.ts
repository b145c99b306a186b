import type { SpeakerChoices } from './transcript.plan.js';

/** Somebody who appears in the episode. */
export interface Appearing {
  personId: string;
  name: string;
}

/** A speaker of a text with whom it is taken to be. */
export interface SpeakerView {
  speaker: string;
  /** Null: nobody who appears. */
  personId: string | null;
  /** Whether somebody decided it; otherwise it was found by the name. */
  isChosen: boolean;
  /** How many segments are theirs. */
  count: number;
}

/** Every speaker of a text once, in the order of their first word. */
export function toSpeakers(
  segments: readonly { speaker: string }[],
  choices: SpeakerChoices,
  people: readonly Appearing[],
): SpeakerView[] {
  const counts = new Map<string, number>();
  for (const { speaker } of segments) if (speaker) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return [...counts].map(([speaker, count]) => {
    const isChosen = isChoice(choices, speaker, people);
    return { speaker, count, isChosen, personId: findPerson(speaker, choices, people) };
  });
}

/**
 * Who a speaker is: as somebody chose, else who bears exactly this name, else the only one with this first name, or
 * with this last name. Case and accents do not matter.
 */
export function findPerson(speaker: string, choices: SpeakerChoices, people: readonly Appearing[]): string | null {
  if (isChoice(choices, speaker, people)) return choices[speaker]!;
  const name = plain(speaker);
  if (!name) return null;
  const ways = [(full: string) => full, (full: string) => full.split(' ')[0], (full: string) => full.split(' ').at(-1)];
  for (const way of ways) {
    const found = people.filter((person) => way(plain(person.name)) === name);
    if (found.length === 1) return found[0]!.personId;
  }
  return null;
}

/** Somebody who was chosen and does not appear any more counts as not chosen. */
function isChoice(choices: SpeakerChoices, speaker: string, people: readonly Appearing[]): boolean {
  if (!Object.hasOwn(choices, speaker)) return false;
  const chosen = choices[speaker]!;
  return chosen === null || people.some(({ personId }) => personId === chosen);
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
