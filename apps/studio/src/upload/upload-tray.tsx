import { CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { useWords } from '../words/words';
import { UploadCard } from './upload-card';
import { dropUpload, useUploads } from './upload-store';
import { recallGhosts, watchSilence } from './uploads';
import classes from './upload-tray.module.css';

/** Uploads under way, at the corner of every screen but the episode's own, which shows its upload in place. */
export function UploadTray() {
  const { t } = useWords();
  const { episodeId } = useParams();
  const uploads = useUploads();
  useEffect(() => {
    recallGhosts();
    return watchSilence();
  }, []);
  const elsewhere = uploads.filter((u) => u.episodeId !== episodeId);
  if (elsewhere.length === 0) return null;
  return (
    <section className={classes.tray} aria-label={t('studio.upload.tray')}>
      {elsewhere.map((upload) => (
        <div key={upload.id} className={classes.row}>
          <div className={classes.head}>
            <Link to={`/shows/${upload.showId}/episodes/${upload.episodeId}`} className={classes.name}>
              {upload.fileName}
            </Link>
            {(upload.phase === 'done' || upload.phase === 'failed') && (
              <CloseButton aria-label={t('studio.upload.dismiss')} onClick={() => dropUpload(upload.id)} />
            )}
          </div>
          <UploadCard upload={upload} />
        </div>
      ))}
    </section>
  );
}
