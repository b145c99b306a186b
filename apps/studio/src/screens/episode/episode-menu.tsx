import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconExternalLink, IconEyeOff, IconRss, IconScale, IconTrash } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { binEpisode, publish, restoreEpisode, unpublish } from '../../api/episode.calls';
import { keepEpisode, refreshCatalog } from '../../api/queries';
import type { Episode } from '../../api/types';
import { writeClipboard } from '../../parts/copy-field';
import { toSentence } from '../../parts/error-note';
import { tell, tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';

/** What is done rarely: see the pages, copy the feed, take it off the air, bin it; the last two can be undone. */
export function EpisodeMenu({ episode, mayPublish }: { episode: Episode; mayPublish: boolean }) {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const { showId, id, state, pageUrl, feedUrl } = episode;
  const onProblem = (error: unknown) => tellProblem(toSentence(error, words));
  const takeOff = async (isByLaw = false) => {
    try {
      keepEpisode(await unpublish(showId, id, isByLaw));
      refreshCatalog();
      tell(t('studio.publish.unpublished'), {
        label: t('studio.undo'),
        run: () => void publish(showId, id).then(keepEpisode).then(refreshCatalog, onProblem),
      });
    } catch (error) {
      onProblem(error);
    }
  };
  const bin = async () => {
    try {
      await binEpisode(showId, id);
      void navigate(`/shows/${showId}`);
      refreshCatalog();
      tell(t('studio.episode.binned'), {
        label: t('studio.undo'),
        run: () => void restoreEpisode(showId, id).then(refreshCatalog, onProblem),
      });
    } catch (error) {
      onProblem(error);
    }
  };
  return (
    <Menu position="bottom-end" width={270}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('studio.episode.more')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {state === 'published' && pageUrl.fr && <PageItem href={pageUrl.fr} label={t('studio.page.fr')} />}
        {state === 'published' && pageUrl.en && <PageItem href={pageUrl.en} label={t('studio.page.en')} />}
        <Menu.Item
          leftSection={<IconRss size={17} aria-hidden />}
          onClick={() => void copyFeed(feedUrl, t('studio.copied'))}
        >
          {t('studio.copyFeed')}
        </Menu.Item>
        {mayPublish && state === 'published' && (
          <Menu.Item leftSection={<IconEyeOff size={17} aria-hidden />} onClick={() => void takeOff()}>
            {t('studio.publish.unpublish')}
          </Menu.Item>
        )}
        {mayPublish && state === 'published' && (
          <Menu.Item leftSection={<IconScale size={17} aria-hidden />} onClick={() => void takeOff(true)}>
            {t('site.withdraw.legal')}
          </Menu.Item>
        )}
        {mayPublish && (
          <Menu.Item leftSection={<IconTrash size={17} aria-hidden />} onClick={() => void bin()}>
            {t('studio.episode.bin')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function PageItem({ href, label }: { href: string; label: string }) {
  return (
    <Menu.Item
      component="a"
      href={href}
      target="_blank"
      rel="noreferrer"
      leftSection={<IconExternalLink size={17} aria-hidden />}
    >
      {label}
    </Menu.Item>
  );
}

async function copyFeed(url: string, done: string): Promise<void> {
  await writeClipboard(url);
  tell(done);
}
