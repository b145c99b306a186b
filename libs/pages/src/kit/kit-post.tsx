import type { Network } from '#libs/kernel';
import { formatNumber } from '#libs/messages';
import type { Reader } from '../site/site.js';
import type { KitProps } from './kit.page.js';
import { networkAddress } from './kit-share.js';
import type { KitPost } from './kit.view.js';

/** The text, to be changed and copied; from the mail to a post ready to paste in three taps (`ux:K-07`). */
export function KitPostForm(props: KitProps & { network: Network }) {
  const { reader, view, network } = props;
  const { t } = reader;
  const { share } = view;
  const post = share.texts[network][`${share.tone}-${share.length}`]!;
  const isLong = post.limit > 0 && post.length > post.limit;
  return (
    <div className="kit-post">
      {network === 'mail' ? (
        <p className="field">
          <label htmlFor="subject">{t('kit.share.subject')}</label>
          <input id="subject" defaultValue={share.mailSubject} data-kit-subject="" />
        </p>
      ) : null}
      <div className="field">
        <label htmlFor="post">{t('kit.share.text')}</label>
        <textarea id="post" rows={9} defaultValue={post.text} aria-describedby="post-count" data-kit-text="" />
        <p className={isLong ? 'kit-count over' : 'kit-count'} id="post-count" aria-live="polite" data-kit-count="">
          {sayCount(reader, post)}
        </p>
        {post.isOwn ? <p className="hint">{t('kit.share.own', { show: view.showName })}</p> : null}
      </div>
      <Actions {...props} post={post} />
      <Link {...props} />
      <Variants {...props} />
    </div>
  );
}

function Actions({ reader, view, network, post }: KitProps & { network: Network; post: KitPost }) {
  const { t } = reader;
  const { share } = view;
  const name = t(`kit.network.${network}`);
  const address = networkAddress(network, post.text, share.link);
  return (
    <p className="acts">
      <button type="button" className="button primary" hidden data-kit-copy="#post" data-copied={t('kit.share.copied')}>
        {t('kit.share.copyText')}
      </button>
      {network === 'mail' ? (
        <a className="button" href={toMailto(share.mailSubject, post.text)} data-kit-mailto="">
          {t('kit.share.openMail')}
        </a>
      ) : (
        <a
          className="button"
          href={address ?? '#'}
          hidden={!address}
          target="_blank"
          rel="noopener noreferrer"
          data-kit-open=""
          data-label={t('kit.share.open', { network: '%' })}
        >
          {t('kit.share.open', { network: name })}
        </a>
      )}
      {share.image ? (
        <a className="button" href={share.image.href} download={share.image.name}>
          {t('kit.share.image')}
        </a>
      ) : null}
    </p>
  );
}

function Link({ reader, view }: KitProps) {
  const { t } = reader;
  const { share, isReleased, isReachable } = view;
  return (
    <div className="kit-link">
      <p className="label" id="kit-link">
        {t('kit.share.link')}
      </p>
      <div className="kit-row">
        <code className="address-line" aria-labelledby="kit-link">
          {share.link}
        </code>
        <button type="button" className="button" hidden data-copy={share.link} data-copied={t('kit.share.copied')}>
          {t('kit.share.copyLink')}
        </button>
      </div>
      <p className="hint">{t('kit.share.short', { address: share.short.replace(/^https?:\/\//, '') })}</p>
      {isReleased ? null : <p className="hint">{t(isReachable ? 'kit.share.teaser' : 'kit.share.early')}</p>}
    </div>
  );
}

/** The other texts, for the script that swaps them; data, not code. */
function Variants({ reader, view }: KitProps) {
  const { t } = reader;
  const { texts, link } = view.share;
  const words = {
    count: t('kit.share.count', { n: '%n', limit: '%l' }),
    countFree: t('kit.share.countFree', { n: '%n' }),
    tooLong: t('kit.share.tooLong', { n: '%n' }),
    networks: Object.fromEntries(Object.keys(texts).map((each) => [each, t(`kit.network.${each as Network}`)])),
  };
  const posts = Object.fromEntries(
    Object.entries(texts).map(([network, all]) => [
      network,
      Object.fromEntries(Object.entries(all).map(([key, post]) => [key, post.text])),
    ]),
  );
  const limits = Object.fromEntries(Object.entries(texts).map(([each, all]) => [each, Object.values(all)[0]!.limit]));
  const data = JSON.stringify({ posts, limits, link, words, region: reader.region }).replace(/</g, '\\u003c');
  return <script type="application/json" data-kit-texts="" dangerouslySetInnerHTML={{ __html: data }} />;
}

function sayCount({ t, region }: Reader, { length, limit }: KitPost): string {
  const n = formatNumber(region, length);
  if (limit === 0) return t('kit.share.countFree', { n });
  const count = t('kit.share.count', { n, limit: formatNumber(region, limit) });
  return length > limit ? `${count} · ${t('kit.share.tooLong', { n: formatNumber(region, length - limit) })}` : count;
}

export function toMailto(subject: string, text: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\n/g, '\r\n'))}`;
}
