import { Checkbox, Select } from '@mantine/core';
import { getShowFeed, saveShowFeed } from '../../../api/feed-settings.calls';
import { keys, queryClient } from '../../../api/queries';
import type { Show } from '../../../api/types';
import { AiField } from '../../../feed-fields/ai-field';
import { withoutBlank } from '../../../feed-fields/blank';
import type { ShowFeed, ShowFeedSettings } from '../../../feed-fields/feed.types';
import classes from '../../../feed-fields/fields.module.css';
import { FrequencyField } from '../../../feed-fields/frequency-field';
import { FundingField } from '../../../feed-fields/funding-field';
import { LicenceField } from '../../../feed-fields/licence-field';
import { SeasonsField, VerifyField } from '../../../feed-fields/naming-fields';
import { isAbout, Part } from '../../../feed-fields/part';
import { PlacesField } from '../../../feed-fields/places-field';
import { PodrollField, PublisherField } from '../../../feed-fields/references-field';
import { TagEditor } from '../../../feed-fields/tag-editor';
import { useWords } from '../../../words/words';
import { ClashDialog } from '../../episode/autosave/clash-dialog';
import { type Saved, useSaved } from '../../episode/autosave/use-saved';
import { toPlain } from './to-plain';

const mediums = ['podcast', 'music', 'video', 'film', 'audiobook', 'newsletter', 'blog', 'course'] as const;

const labels = {
  medium: 'studio.feedFields.medium',
  complete: 'studio.feedFields.complete',
  blocked: 'studio.feedFields.blocked',
  push: 'studio.feedFields.push',
  aiContent: 'studio.feedFields.ai',
  updateFrequency: 'studio.feedFields.frequency',
  funding: 'studio.feedFields.funding',
  licence: 'studio.feedFields.licence',
  places: 'studio.feedFields.places',
  seasons: 'studio.feedFields.seasons',
  verify: 'studio.feedFields.verify',
  podroll: 'studio.feedFields.podroll',
  publisher: 'studio.feedFields.publisher',
  tags: 'studio.feedFields.tags',
} as const;

/** The fields that every show may want in sight, the others closed until they are asked for. */
export function FeedForm({ show, settings }: { show: Show; settings: ShowFeedSettings }) {
  const { t } = useWords();
  const saved = useShowFeedSave(show.id, settings);
  const { value, set, errors } = saved;
  const part = (...fields: (keyof ShowFeed)[]) => ({
    count: fields.reduce((sum, field) => sum + sizeOf(value[field]), 0),
    hasError: isAbout(errors, ...fields),
  });
  return (
    <div className={classes.fields}>
      <div className={classes.pair}>
        <Select
          label={t(labels.medium)}
          allowDeselect={false}
          value={value.medium}
          onChange={(medium) => set({ medium: medium as ShowFeed['medium'] })}
          data={mediums.map((medium) => ({ value: medium, label: t(`studio.feedFields.medium.${medium}`) }))}
        />
        <AiField
          value={value.aiContent}
          none={t('studio.feedFields.notSaid')}
          onChange={(aiContent) => set({ aiContent })}
        />
      </div>
      <FrequencyField
        value={value.updateFrequency}
        language={show.language}
        errors={errors}
        onChange={(updateFrequency) => set({ updateFrequency })}
      />
      <Checkbox
        label={t(labels.complete)}
        description={t('studio.feedFields.completeHint')}
        checked={value.complete}
        onChange={(e) => set({ complete: e.currentTarget.checked })}
      />
      <Checkbox
        label={t(labels.blocked)}
        description={t('studio.feedFields.blockedHint')}
        checked={value.blocked}
        onChange={(e) => set({ blocked: e.currentTarget.checked })}
      />
      <Checkbox
        label={t(labels.push)}
        description={t('studio.feedFields.pushHint')}
        checked={value.push}
        onChange={(e) => set({ push: e.currentTarget.checked })}
      />
      <div className={classes.parts}>
        <Part
          title={t('studio.feedFields.support')}
          hint={t('studio.feedFields.supportHint')}
          {...part('funding', 'licence')}
        >
          <FundingField funding={value.funding} errors={errors} onChange={(funding) => set({ funding })} />
          <LicenceField
            licence={value.licence}
            none={t('studio.feedFields.notSaid')}
            errors={errors}
            onChange={(licence) => set({ licence })}
          />
        </Part>
        <Part title={t(labels.places)} hint={t('studio.feedFields.placesHint')} {...part('places')}>
          <PlacesField places={value.places} errors={errors} onChange={(places) => set({ places })} />
        </Part>
        <Part title={t(labels.seasons)} hint={t('studio.feedFields.seasonsHint')} {...part('seasons')}>
          <SeasonsField seasons={value.seasons} errors={errors} onChange={(seasons) => set({ seasons })} />
        </Part>
        <Part title={t(labels.verify)} hint={t('studio.feedFields.verifyHint')} {...part('verify')}>
          <VerifyField verify={value.verify} errors={errors} onChange={(verify) => set({ verify })} />
        </Part>
        <Part title={t(labels.podroll)} hint={t('studio.feedFields.podrollHint')} {...part('podroll')}>
          <PodrollField podroll={value.podroll} errors={errors} onChange={(podroll) => set({ podroll })} />
        </Part>
        <Part title={t(labels.publisher)} hint={t('studio.feedFields.publisherHint')} {...part('publisher')}>
          <PublisherField publisher={value.publisher} errors={errors} onChange={(publisher) => set({ publisher })} />
        </Part>
        <Part title={t(labels.tags)} hint={t('studio.feedFields.tagsHint')} {...part('tags')}>
          <TagEditor place="channel" tags={value.tags} errors={errors} onChange={(tags) => set({ tags })} />
        </Part>
      </div>
      <ClashDialog clash={saved.clash} label={(key) => t(labels[key])} show={(key, v) => toPlain(v[key])} />
    </div>
  );
}

function useShowFeedSave(showId: string, settings: ShowFeedSettings): Saved<ShowFeed> {
  return useSaved<ShowFeed, ShowFeedSettings>({
    id: showId,
    group: 'show-feed',
    answer: settings,
    version: (answer) => answer.version,
    read: ({ feed: { movedTo: _movedTo, ...feed } }) => feed as ShowFeed,
    save: (version, value, changed) =>
      saveShowFeed(
        showId,
        version,
        withoutBlank(Object.fromEntries(changed.map((key) => [key, value[key as keyof ShowFeed]]))),
      ),
    load: () => getShowFeed(showId),
    keep: (answer) => queryClient.setQueryData(keys.showFeed(showId), answer),
  });
}

function sizeOf(value: ShowFeed[keyof ShowFeed]): number {
  if (Array.isArray(value)) return value.length;
  return value && typeof value === 'object' ? 1 : 0;
}
