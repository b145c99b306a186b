import { type KitNetwork, kitLengths, kitNetworks, kitTones } from '#libs/pages';
import { type OptionalLetter, optionalLetters, type TextLength, type Tone } from '#libs/sharing';

/** What of the kit is looked at: in the address, so that it works without a script. */
export interface KitChoice {
  network: KitNetwork;
  tone: Tone;
  length: TextLength;
  isDated: boolean;
  told: 'saved' | 'day' | undefined;
  /** A producer looks on. */
  isLookedAt: boolean;
}

/** Anything else than what there is to choose is the usual. */
export function readChoice(query: string): KitChoice {
  const fields = new URLSearchParams(query);
  const one = <T extends string>(name: string, of: readonly T[], usual: T): T =>
    of.find((each) => each === fields.get(name)) ?? usual;
  const told = fields.get('told');
  return {
    network: one('for', kitNetworks, 'linkedin'),
    tone: one('tone', kitTones, 'sober'),
    length: one('length', kitLengths, 'medium'),
    isDated: fields.get('date') === 'with',
    told: told === 'saved' || told === 'day' ? told : undefined,
    isLookedAt: fields.has('look'),
  };
}

/** The mails that are wanted, as ticked; all others are off. */
export function readLetters(body: unknown): OptionalLetter[] {
  const on = new URLSearchParams(typeof body === 'string' ? body : '').getAll('on');
  return optionalLetters.filter((kind) => !on.includes(kind));
}

export function readField(body: unknown, name: string): string {
  return new URLSearchParams(typeof body === 'string' ? body : '').get(name) ?? '';
}
