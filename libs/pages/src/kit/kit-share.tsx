import { type KitProps, kitPath } from './kit.page.js';
import { KitBlog } from './kit-blog.js';
import { KitPreview } from './kit-preview.js';
import { KitPostForm } from './kit-post.js';
import { kitLengths, type KitNetwork, kitNetworks, kitTones } from './kit.view.js';

/** Network, tone and length, the text, what to do with it, and how the link will look. */
export function KitShare(props: KitProps) {
  const { reader, view } = props;
  const { t } = reader;
  const { network } = view.share;
  return (
    <section className="sheet kit-share" id="share" data-kit="">
      <h2>{t('kit.share.title')}</h2>
      <p className="hint">{t('kit.share.lead')}</p>
      <Choices {...props} />
      {network === 'blog' ? <KitBlog {...props} /> : <KitPostForm {...props} network={network} />}
      <KitPreview {...props} />
    </section>
  );
}

/** A form of the GET kind: each choice has an address, and the page works where no script runs. */
function Choices(props: KitProps) {
  const { reader, frame, view } = props;
  const { t, lang } = reader;
  const { share } = view;
  return (
    <form method="get" action={`${kitPath(props)}#share`} className="kit-choices" data-kit-choices="">
      {frame.region.startsWith(lang) ? <input type="hidden" name="lang" value={lang} /> : null}
      <Choice {...props} name="for" label={t('kit.share.network')} chosen={share.network}>
        {kitNetworks.map((each) => [each, t(`kit.network.${each}`)])}
      </Choice>
      <Choice
        {...props}
        name="length"
        label={t('kit.length')}
        chosen={share.length}
        isHidden={share.network === 'blog'}
      >
        {kitLengths.map((each) => [each, t(`kit.length.${each}`)])}
      </Choice>
      <Choice {...props} name="tone" label={t('kit.tone')} chosen={share.tone}>
        {kitTones.map((each) => [each, t(`kit.tone.${each}`)])}
      </Choice>
      {view.releaseAt ? (
        <Choice {...props} name="date" label={t('kit.date')} chosen={share.isDated ? 'with' : 'without'}>
          {(['without', 'with'] as const).map((each) => [each, t(`kit.date.${each}`)])}
        </Choice>
      ) : null}
      <button type="submit" className="button" data-kit-submit="">
        {t('kit.share.show')}
      </button>
    </form>
  );
}

interface ChoiceProps extends KitProps {
  name: string;
  label: string;
  chosen: string;
  isHidden?: boolean;
  children: [value: string, label: string][];
}

function Choice({ name, label, chosen, isHidden, children }: ChoiceProps) {
  return (
    <fieldset className={name === 'for' ? 'chips tabs' : 'chips'} hidden={isHidden} data-choice={name}>
      <legend>{label}</legend>
      {children.map(([value, text]) => (
        <label key={value}>
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Where a network takes a post; LinkedIn takes the address only, so the text is copied before (`ux` 5.5). */
export function networkAddress(network: KitNetwork, text: string, link: string): string | undefined {
  const q = encodeURIComponent;
  switch (network) {
    case 'linkedin':
      return `https://www.linkedin.com/sharing/share-offsite/?url=${q(link)}`;
    case 'x':
      return `https://x.com/intent/post?text=${q(text)}`;
    case 'bluesky':
      return `https://bsky.app/intent/compose?text=${q(text)}`;
    default:
      return undefined;
  }
}
