import type { Key } from '#libs/messages';
import { useWords } from '../../../../words/words';
import { ClashDialog } from '../../autosave/clash-dialog';
import type { Clash } from '../../autosave/use-saved';
import { formatTimeCode } from '../../chapters/time-code';
import type { SoundValue } from './sound-value';

type Field = keyof SoundValue & string;

const words: Record<Field, Key> = {
  preset: 'studio.sound.preset',
  targetLufs: 'studio.sound.target',
  meter: 'studio.sound.meter',
  monoAsStereo: 'studio.sound.mono',
  strength: 'studio.sound.strength',
  outputs: 'studio.sound.outputs',
  introId: 'studio.sound.introId',
  outroId: 'studio.sound.outroId',
  only: 'studio.sound.only',
  leave: 'studio.sound.leave',
  cuts: 'studio.sound.cut',
  noteShown: 'studio.sound.note',
};

/** Two people changed the same setting: both values, and the choice between them. */
export function SoundClash({ clash }: { clash: Clash<SoundValue> | null }) {
  const { t } = useWords();
  const show = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(show).join(', ');
    if (isRange(value)) return `${formatTimeCode(value.startMs)}–${formatTimeCode(value.endMs)}`;
    if (value === undefined) return t('studio.sound.asInShow');
    if (typeof value === 'boolean') return t(value ? 'studio.yes' : 'studio.no');
    if (typeof value === 'object' && value !== null)
      return Object.keys(value)
        .filter((k) => (value as Record<string, boolean>)[k])
        .join(', ');
    return value === null ? '' : String(value);
  };
  return <ClashDialog clash={clash} label={(key) => t(words[key])} show={(key, value) => show(value[key])} />;
}

function isRange(value: unknown): value is { startMs: number; endMs: number } {
  return typeof value === 'object' && value !== null && 'startMs' in value;
}
