import { Checkbox, TextInput } from '@mantine/core';
import { saveEpisodeFeed } from '../../../api/feed-settings.calls';
import type { Episode } from '../../../api/types';
import { AiField } from '../../../feed-fields/ai-field';
import type { EpisodeFeed } from '../../../feed-fields/feed.types';
import classes from '../../../feed-fields/fields.module.css';
import { FundingField } from '../../../feed-fields/funding-field';
import { LicenceField } from '../../../feed-fields/licence-field';
import { isAbout, Part } from '../../../feed-fields/part';
import { PlacesField } from '../../../feed-fields/places-field';
import { TagEditor } from '../../../feed-fields/tag-editor';
import { useWords } from '../../../words/words';
import { ClashDialog } from '../autosave/clash-dialog';
import { useGroup } from '../autosave/use-group';
import { Section } from '../section';
import { useFinishedSound } from '../takeaways/position-player';
import { toPlain } from '../../show/feed-part/to-plain';
import { type FeedValue, findBadTimes, toChange, toValue } from './feed-value';
import { SoundbitesField } from './soundbites-field';

const labels = {
  display: 'studio.feedFields.display',
  bites: 'studio.feedFields.bites',
  funding: 'studio.feedFields.funding',
  licence: 'studio.feedFields.licence',
  places: 'studio.feedFields.places',
  aiContent: 'studio.feedFields.ai',
  blocked: 'studio.feedFields.itemBlocked',
  tags: 'studio.feedFields.tags',
} as const;

/** What this episode's item says beyond its fields; listeners get it with the next release or *Update*. */
export function InTheFeed({ episode }: { episode: Episode }) {
  const { t } = useWords();
  const sound = useFinishedSound(episode);
  const group = useGroup<FeedValue>({
    group: 'feed',
    episode,
    read: (copy) => toValue(copy.feed as EpisodeFeed),
    save: (version, value, changed) => saveEpisodeFeed(episode.showId, episode.id, version, toChange(value, changed)),
    check: ({ bites }) =>
      Object.fromEntries(findBadTimes(bites).map(({ path, key }) => [path, t(`studio.feedFields.${key}`)])),
  });
  const { value, set, errors } = group;
  return (
    <Section id="feed" title={t('studio.feedFields.section')} hint={t('studio.feedFields.sectionHint')}>
      <div className={classes.parts}>
        <Part
          title={t(labels.bites)}
          hint={t('studio.feedFields.bitesHint')}
          count={value.bites.length}
          hasError={isAbout(errors, 'soundbites')}
        >
          <SoundbitesField bites={value.bites} url={sound} errors={errors} onChange={(bites) => set({ bites })} />
        </Part>
        <Part
          title={t('studio.feedFields.support')}
          hint={t('studio.feedFields.itemSupportHint')}
          count={value.funding.length + (value.licence ? 1 : 0)}
          hasError={isAbout(errors, 'funding', 'licence')}
        >
          <FundingField funding={value.funding} errors={errors} onChange={(funding) => set({ funding })} />
          <LicenceField
            licence={value.licence}
            none={t('studio.feedFields.asShow')}
            errors={errors}
            onChange={(licence) => set({ licence })}
          />
        </Part>
        <Part
          title={t(labels.places)}
          hint={t('studio.feedFields.placesHint')}
          count={value.places.length}
          hasError={isAbout(errors, 'places')}
        >
          <PlacesField places={value.places} errors={errors} onChange={(places) => set({ places })} />
        </Part>
        <Part
          title={t('studio.feedFields.itemMore')}
          hint={t('studio.feedFields.itemMoreHint')}
          count={[value.display, value.blocked, value.aiContent !== null].filter(Boolean).length}
          hasError={isAbout(errors, 'display', 'blocked', 'aiContent')}
        >
          <div className={classes.pair}>
            <TextInput
              label={t(labels.display)}
              description={t('studio.feedFields.displayHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={32}
              value={value.display}
              onChange={(e) => set({ display: e.currentTarget.value })}
              error={errors['display']}
            />
            <AiField
              value={value.aiContent}
              none={t('studio.feedFields.asShow')}
              onChange={(aiContent) => set({ aiContent })}
            />
          </div>
          <Checkbox
            label={t(labels.blocked)}
            description={t('studio.feedFields.itemBlockedHint')}
            checked={value.blocked}
            onChange={(e) => set({ blocked: e.currentTarget.checked })}
          />
        </Part>
        <Part
          title={t(labels.tags)}
          hint={t('studio.feedFields.tagsHint')}
          count={value.tags.length}
          hasError={isAbout(errors, 'tags')}
        >
          <TagEditor place="item" tags={value.tags} errors={errors} onChange={(tags) => set({ tags })} />
        </Part>
      </div>
      <ClashDialog clash={group.clash} label={(key) => t(labels[key])} show={(key, v) => toPlain(v[key])} />
    </Section>
  );
}
