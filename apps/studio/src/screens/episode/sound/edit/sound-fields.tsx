import { Button, Checkbox, SegmentedControl, Select, Slider, Switch, Text } from '@mantine/core';
import '@mantine/core/styles/Slider.css';
import '@mantine/core/styles/Switch.css';
import type { ReactNode } from 'react';
import type { OutputKind, Piece, Preset, SoundDefaults, TargetLufs } from '../../../../api/sound.types';
import { useWords } from '../../../../words/words';
import classes from './edit.module.css';

type FieldName = keyof SoundDefaults;

interface Props {
  value: SoundDefaults;
  pieces: readonly Piece[];
  isVideo?: boolean;
  isOff?: boolean;
  onChange(change: Partial<SoundDefaults>): void;
  /** Of an episode: which fields are its own, and how one goes back to the show's. Absent: these are the show's. */
  own?: { has(field: FieldName): boolean; reset(field: FieldName): void };
}

const presets: Preset[] = ['voice', 'interview', 'room', 'panel', 'music'];
const targets = [-14, -16, -18, -23];
const outputs: OutputKind[] = ['opus', 'm4a', 'video', 'hls'];

/** Everything that can be wanted of a sound as a whole, for a show or for one episode. */
export function SoundFields({ value, pieces, isVideo = true, isOff, onChange, own }: Props) {
  const { t, number } = useWords();
  const at = (field: FieldName) => ({ own, field, isOff });
  const usable = pieces.map(({ id, name }) => ({ value: id, label: name }));
  const none = { value: '', label: t('studio.sound.noPiece') };
  return (
    <div>
      <Field {...at('preset')} label={t('studio.sound.preset')} hint={t(`studio.sound.presetHint.${value.preset}`)}>
        <Select
          aria-label={t('studio.sound.preset')}
          disabled={isOff}
          allowDeselect={false}
          value={value.preset}
          data={presets.map((p) => ({ value: p, label: t(`studio.sound.preset.${p}`) }))}
          onChange={(p) => p && onChange({ preset: p as Preset })}
        />
      </Field>
      <Field {...at('strength')} label={t('studio.sound.strength')} hint={t('studio.sound.strengthHint')}>
        <div className={classes.strength}>
          <Slider
            disabled={isOff}
            min={0}
            max={1}
            step={0.05}
            value={value.strength}
            color="after"
            thumbLabel={t('studio.sound.strength')}
            label={(v) => `${number(v * 100)} %`}
            onChange={(strength) => onChange({ strength })}
            marks={[
              { value: 0, label: t('studio.sound.gentle') },
              { value: 1, label: t('studio.sound.strong') },
            ]}
            thumbProps={{ 'aria-valuetext': `${number(value.strength * 100)} %` } as object}
          />
        </div>
      </Field>
      <Field {...at('targetLufs')} label={t('studio.sound.target')} hint={t('studio.sound.targetHint')}>
        <Select
          aria-label={t('studio.sound.target')}
          disabled={isOff}
          allowDeselect={false}
          value={String(value.targetLufs)}
          data={targets.map((lufs) => ({
            value: String(lufs),
            label: t('studio.sound.targetOf', { lufs: number(lufs), kind: String(-lufs) }),
          }))}
          onChange={(lufs) => lufs && onChange({ targetLufs: Number(lufs) as TargetLufs })}
        />
      </Field>
      <Field {...at('meter')} label={t('studio.sound.meter')} hint={t('studio.sound.meterHint')}>
        <SegmentedControl
          aria-label={t('studio.sound.meter')}
          disabled={isOff}
          value={value.meter}
          onChange={(meter) => onChange({ meter: meter as 'heard' | 'literal' })}
          data={[
            { value: 'heard', label: t('studio.sound.meterHeard') },
            { value: 'literal', label: t('studio.sound.meterLiteral') },
          ]}
        />
      </Field>
      <Field {...at('monoAsStereo')} label={t('studio.sound.mono')} hint={t('studio.sound.monoHint')}>
        <Switch
          color="after"
          disabled={isOff}
          label={t('studio.sound.monoAsStereo')}
          checked={value.monoAsStereo}
          onChange={(e) => onChange({ monoAsStereo: e.currentTarget.checked })}
        />
      </Field>
      {(['introId', 'outroId'] as const).map((field) => (
        <Field
          key={field}
          {...at(field)}
          label={t(`studio.sound.${field}`)}
          hint={pieces.length === 0 && field === 'introId' ? t('studio.sound.noPieces') : undefined}
        >
          <Select
            aria-label={t(`studio.sound.${field}`)}
            disabled={isOff || (pieces.length === 0 && !value[field])}
            allowDeselect={false}
            value={value[field] ?? ''}
            data={[none, ...usable]}
            onChange={(id) => onChange({ [field]: id || null })}
          />
        </Field>
      ))}
      <Field {...at('outputs')} label={t('studio.sound.outputs')} hint={t('studio.sound.outputsHint')}>
        <div role="group" aria-label={t('studio.sound.outputs')}>
          {outputs
            .filter((kind) => isVideo || (kind !== 'video' && kind !== 'hls'))
            .map((kind) => (
              <Checkbox
                key={kind}
                mt={8}
                disabled={isOff}
                label={t(`studio.sound.output.${kind}`)}
                checked={value.outputs[kind]}
                onChange={(e) => onChange({ outputs: { ...value.outputs, [kind]: e.currentTarget.checked } })}
              />
            ))}
        </div>
      </Field>
    </div>
  );
}

interface FieldProps {
  label: string;
  hint?: string;
  field: FieldName;
  own: Props['own'];
  isOff?: boolean;
  children: ReactNode;
}

/** A setting with whose it is: the show's, or this episode's own with the way back. */
function Field({ label, hint, field, own, isOff, children }: FieldProps) {
  const { t } = useWords();
  const isOwn = own?.has(field);
  return (
    <div className={classes.field}>
      <div className={classes.fieldHead}>
        <span>{label}</span>
        {own &&
          (isOwn && !isOff ? (
            <Button
              size="compact-sm"
              variant="subtle"
              color="after"
              onClick={() => own.reset(field)}
              aria-label={t('studio.sound.resetNamed', { what: label })}
            >
              {t('studio.sound.ownReset')}
            </Button>
          ) : (
            <span className={classes.origin}>{isOwn ? t('studio.sound.own') : t('studio.sound.asInShow')}</span>
          ))}
      </div>
      {hint && (
        <Text size="sm" className="soft" mb={6}>
          {hint}
        </Text>
      )}
      {children}
    </div>
  );
}
