import { Button, Checkbox, Fieldset, Group, TextInput } from '@mantine/core';
import type { Range } from '../../../api/clip.calls';
import { useWords } from '../../../words/words';
import { parseTimeCode } from '../chapters/time-code';
import { useBoard } from './board';

/** Begin and end to a tenth of a second, typed or taken from the player. */
export function RangeFields({ range, onChange }: { range: Range; onChange: (range: Range) => void }) {
  const { t } = useWords();
  const { player } = useBoard();
  const edges = [
    { name: 'startMs', label: t('clip.screen.start'), take: t('clip.screen.setStart') },
    { name: 'endMs', label: t('clip.screen.end'), take: t('clip.screen.setEnd') },
  ] as const;
  return (
    <Group gap="md" align="flex-end">
      {edges.map(({ name, label, take }) => (
        <Group key={name} gap="xs" align="flex-end">
          <TextInput
            w={110}
            label={label}
            key={range[name]}
            defaultValue={toClock(range[name])}
            onBlur={(e) => {
              const ms = fromClock(e.currentTarget.value);
              if (ms !== undefined && ms !== range[name]) onChange({ ...range, [name]: ms });
            }}
          />
          <Button variant="default" onClick={() => onChange({ ...range, [name]: player.now() })}>
            {take}
          </Button>
        </Group>
      ))}
    </Group>
  );
}

/** What it is used for, one switch each. */
export function UseFields<Name extends string>(props: {
  names: readonly Name[];
  uses: Record<Name, boolean>;
  word: (name: Name) => string;
  onChange: (uses: Record<Name, boolean>) => void;
}) {
  const { t } = useWords();
  return (
    <Fieldset
      legend={<b>{t('clip.screen.uses')}</b>}
      variant="unstyled"
      mt="md"
      style={{ border: 0, padding: 0, marginInline: 0 }}
    >
      <Group gap="lg">
        {props.names.map((name) => (
          <Checkbox
            key={name}
            label={props.word(name)}
            checked={props.uses[name]}
            onChange={(e) => props.onChange({ ...props.uses, [name]: e.currentTarget.checked })}
          />
        ))}
      </Group>
    </Fieldset>
  );
}

/** `12:04.3` */
export function toClock(ms: number): string {
  const tenths = Math.round(ms / 100);
  const [h, m, s] = [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60, (tenths % 600) / 10];
  const two = (n: number) => String(n).padStart(2, '0');
  const seconds = s.toFixed(1).padStart(4, '0');
  return h > 0 ? `${h}:${two(m)}:${seconds}` : `${two(m)}:${seconds}`;
}

export function fromClock(text: string): number | undefined {
  const [whole = '', part = ''] = text.trim().replace(',', '.').split('.');
  const ms = parseTimeCode(whole);
  return ms === undefined || !/^\d{0,3}$/.test(part) ? undefined : ms + Math.round(Number(`0.${part || 0}`) * 1000);
}
