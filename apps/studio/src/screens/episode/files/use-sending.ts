import { useState } from 'react';
import { getEpisode } from '../../../api/episode.calls';
import { sendFile } from '../../../api/files.calls';
import { keepEpisode } from '../../../api/queries';
import type { Episode } from '../../../api/types';
import { tell, tellProblem } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { flushAll } from '../autosave/save-states';

const most = 50 * 1024 * 1024;

/** Sends files one after the other, each on what the one before it left; one that is refused does not stop the others. */
export function useSending({ showId, id: episodeId }: Episode) {
  const { t } = useWords();
  const [now, setNow] = useState<{ name: string; share: number } | null>(null);
  const sendOne = async (file: File): Promise<void> => {
    const { name } = file;
    if (file.size > most) return tellProblem(t('studio.files.tooLarge', { name }));
    setNow({ name, share: 0 });
    const { working } = await getEpisode(showId, episodeId);
    const version = working.versions.files;
    keepEpisode(await sendFile({ showId, episodeId, version, file }, (share) => setNow({ name, share })));
    tell(t('studio.files.sent', { name }));
  };
  const send = async (files: readonly File[]): Promise<void> => {
    await flushAll();
    for (const file of files) {
      await sendOne(file).catch((error: Error) => tellProblem(`${file.name}: ${error.message}`));
    }
    setNow(null);
  };
  return { now, send };
}
