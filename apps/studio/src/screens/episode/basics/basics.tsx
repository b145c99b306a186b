import { Checkbox, NumberInput, Select } from '@mantine/core';
import { useEvents, useSeries, useShow } from '../../../api/queries';
import { saveBasics } from '../../../api/episode.calls';
import type { Episode, EpisodeType } from '../../../api/types';
import { DayField } from '../../../parts/day-field';
import { LanguageSelect } from '../../../parts/language-select';
import { textOf } from '../../../parts/text-of';
import { useWords } from '../../../words/words';
import { ClashDialog } from '../autosave/clash-dialog';
import { useGroup } from '../autosave/use-group';
import type { Saved } from '../autosave/use-saved';
import { formatTimeCode, parseTimeCode } from '../chapters/time-code';
import classes from '../episode.module.css';
import { Proposal } from '../proposal';
import { Section } from '../section';
import { StartHere } from '../takeaways/start-here';
import { PlaceFields } from './place-fields';
import { TalkFields } from './talk-fields';
import { WindowFields } from './window-fields';

export interface BasicsValue {
  type: EpisodeType;
  number: number | null;
  season: number | null;
  explicit: boolean;
  language: string;
  recordedOn: string | null;
  eventId: string | null;
  room: string;
  track: string;
  programmeAt: string | null;
  seriesId: string | null;
  part: number | null;
  tags: string[];
  subscribersUntil: string | null;
  expiresAt: string | null;
  /** As typed; empty: nowhere in particular. */
  startHere: string;
  isUnlisted: boolean;
}

const labels = {
  type: 'studio.basics.type',
  number: 'studio.basics.number',
  season: 'studio.basics.season',
  explicit: 'studio.basics.explicit',
  language: 'studio.basics.language',
  recordedOn: 'studio.basics.recordedOn',
  eventId: 'studio.basics.event',
  room: 'studio.talk.room',
  track: 'studio.talk.track',
  programmeAt: 'studio.talk.time',
  seriesId: 'kinds.basics.series',
  part: 'kinds.basics.part',
  tags: 'kinds.basics.tags',
  subscribersUntil: 'kinds.basics.subscribersUntil',
  expiresAt: 'kinds.basics.expiresAt',
  startHere: 'studio.startHere.label',
  isUnlisted: 'studio.unlisted.label',
} as const;

/** Number, date, language and kind; with an event, the talk's room, track and time. */
export function Basics({ episode }: { episode: Episode }) {
  const { t, language, date } = useWords();
  const events = useEvents(episode.showId);
  const show = useShow(episode.showId);
  const series = useSeries(episode.showId);
  const group = useBasics(episode);
  const { value, set, errors } = group;
  const proposals = episode.working.proposals;
  const proposed = (field: 'number' | 'season' | 'recordedOn') => ({
    source: proposals[field],
    what: t(labels[field]),
    onAccept: () => group.accept([field]),
    onDismiss: () => set({ [field]: null }),
  });
  const event = events.data?.find((e) => e.id === value.eventId);
  return (
    <Section id="basics" title={t('studio.basics.title')}>
      <div className={classes.grid}>
        <Proposal {...proposed('number')}>
          <NumberInput
            id="field-number"
            label={t(labels.number)}
            min={0}
            max={99999}
            allowDecimal={false}
            value={value.number ?? ''}
            onChange={(n) => set({ number: n === '' ? null : Number(n) })}
            error={errors['number']}
            hideControls
          />
        </Proposal>
        <Proposal {...proposed('season')}>
          <NumberInput
            label={t(labels.season)}
            min={0}
            max={9999}
            allowDecimal={false}
            value={value.season ?? ''}
            onChange={(n) => set({ season: n === '' ? null : Number(n) })}
            error={errors['season']}
            hideControls
          />
        </Proposal>
        <Proposal {...proposed('recordedOn')}>
          <DayField
            label={t(labels.recordedOn)}
            value={value.recordedOn}
            onChange={(recordedOn) => set({ recordedOn })}
            error={errors['recordedOn']}
          />
        </Proposal>
        <Select
          label={t(labels.type)}
          allowDeselect={false}
          value={value.type}
          onChange={(type) => set({ type: type as EpisodeType })}
          data={[
            { value: 'full', label: t('studio.type.full') },
            { value: 'trailer', label: t('studio.type.trailer') },
            { value: 'bonus', label: t('studio.type.bonus') },
          ]}
        />
        <LanguageSelect
          label={t(labels.language)}
          value={value.language}
          onChange={(tag) => tag && set({ language: tag })}
          error={errors['language']}
        />
        {(events.data?.length ?? 0) > 0 && (
          <Select
            label={t(labels.eventId)}
            clearable
            placeholder={t('studio.basics.noEvent')}
            value={value.eventId}
            onChange={(eventId) => set({ eventId })}
            data={events.data?.map((e) => ({ value: e.id, label: textOf(e.texts, language, 'name', e.slug) }))}
          />
        )}
      </div>
      <Checkbox
        mt="lg"
        label={t(labels.explicit)}
        checked={value.explicit}
        onChange={(e) => set({ explicit: e.currentTarget.checked })}
      />
      <Checkbox
        mt="lg"
        label={t(labels.isUnlisted)}
        description={t('studio.unlisted.hint')}
        checked={value.isUnlisted}
        onChange={(e) => set({ isUnlisted: e.currentTarget.checked })}
      />
      <StartHere
        episode={episode}
        time={value.startHere}
        error={errors['startHere'] ?? errors['startHereMs']}
        onChange={(startHere) => set({ startHere })}
      />
      <PlaceFields group={group} showId={episode.showId} />
      {show.data && <WindowFields group={group} zone={show.data.timeZone} />}
      {value.eventId && <TalkFields group={group} zone={event?.timeZone ?? 'UTC'} />}
      <ClashDialog
        clash={group.clash}
        label={(key) => t(labels[key])}
        show={(key, v) =>
          showBasic(key, v, {
            ...{ date, yes: t('studio.yes'), no: t('studio.no') },
            series: (id) => textOf(series.data?.find((each) => each.id === id)?.texts ?? [], language, 'name', ''),
          })
        }
      />
    </Section>
  );
}

function useBasics(episode: Episode): Saved<BasicsValue> {
  const { t } = useWords();
  return useGroup<BasicsValue>({
    group: 'basics',
    episode,
    read: (copy, { eventId }) => ({
      type: copy.type,
      number: copy.number,
      season: copy.season,
      explicit: copy.explicit,
      language: copy.language,
      recordedOn: copy.recordedOn,
      eventId,
      room: copy.room,
      track: copy.track,
      programmeAt: copy.programmeAt,
      seriesId: copy.seriesId,
      part: copy.part,
      tags: copy.tags,
      subscribersUntil: copy.subscribersUntil,
      expiresAt: copy.expiresAt,
      startHere: copy.startHereMs === null ? '' : formatTimeCode(copy.startHereMs),
      isUnlisted: copy.isUnlisted,
    }),
    check: ({ startHere }): Record<string, string> =>
      startHere.trim() && parseTimeCode(startHere) === undefined ? { startHere: t('studio.chapters.badTime') } : {},
    save: (version, value, changed) =>
      saveBasics(
        episode.showId,
        episode.id,
        version,
        Object.fromEntries(changed.map((key) => toField(key as keyof BasicsValue, value))),
      ),
  });
}

/** As the API calls it. */
function toField(key: keyof BasicsValue, value: BasicsValue): [string, unknown] {
  if (key !== 'startHere') return [key, value[key]];
  return ['startHereMs', value.startHere.trim() ? (parseTimeCode(value.startHere) ?? null) : null];
}

function showBasic(
  key: keyof BasicsValue,
  value: BasicsValue,
  words: { date(at: string): string; series(id: string): string; yes: string; no: string },
): string {
  const found = value[key];
  if (typeof found === 'boolean') return found ? words.yes : words.no;
  if (typeof found === 'string' && ['programmeAt', 'subscribersUntil', 'expiresAt'].includes(key))
    return words.date(found);
  if (key === 'seriesId' && typeof found === 'string') return words.series(found);
  if (Array.isArray(found)) return found.join(', ');
  return String(found ?? '');
}
