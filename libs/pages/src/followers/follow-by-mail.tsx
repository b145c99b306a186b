import type { Reader, Site } from '../site/site.js';
import { FollowForm } from './follow-form.js';

/** A mail for each new episode of a show, until it is stopped. Nothing on pages without a server. */
export function FollowByMail({ site, reader, showId }: { site: Site; reader: Reader; showId: string }) {
  if (site.isStatic) return null;
  const { t } = reader;
  return (
    <section className="mails" aria-labelledby="follow-by-mail">
      <h3 id="follow-by-mail">{t('followers.show')}</h3>
      <p>{t('followers.show.lead')}</p>
      <FollowForm
        site={site}
        reader={reader}
        target={{ kind: 'show', id: showId }}
        submit={t('followers.show.submit')}
      />
    </section>
  );
}
