import { otherLang } from '../site/site.js';
import { Ask, Choice, inOwnLanguageFirst, Scope, ScopeLine, Stand } from './ask-parts.js';
import type { AskProps } from './review.page.js';
import type { ReviewClipView } from './review.view.js';

const uses = ['page', 'kit', 'feed'] as const;

/** A clip: its title, what is said in it, and who else is heard (`ux:K-23`). */
export function ClipAsk(props: AskProps & { clip: ReviewClipView; n: number }) {
  const { reader, view, clip, n } = props;
  const { t } = reader;
  const [title, ...others] = inOwnLanguageFirst(clip.titles, reader.lang);
  return (
    <Ask
      {...props}
      item={clip}
      kind="clip"
      heading={t('review.clipOf', { n, all: view.clips.length })}
      answered={
        clip.answer === 'open' ? undefined : (
          <>
            <Stand kind={clip.answer === 'refused' ? 'no' : 'yes'}>{t(`review.answered.${clip.answer}`)}</Stand>
            {clip.answer === 'refused' ? null : <ScopeLine reader={reader} item={clip} names={uses} />}
          </>
        )
      }
      form={
        <>
          <fieldset>
            <legend className="sr">{title?.title}</legend>
            <div className="choices">
              <Choice name="answer" value="approved" checked={clip.answer === 'approved'}>
                {t('review.approve')}
              </Choice>
              <Choice name="answer" value="refused" checked={clip.answer === 'refused'}>
                {t('review.refuse')}
              </Choice>
            </div>
          </fieldset>
          <Scope reader={reader} item={clip} names={uses} />
        </>
      }
    >
      {title ? (
        <p className="words" lang={otherLang(reader, title.lang)}>
          {title.title}
        </p>
      ) : null}
      {others.map((each) => (
        <p key={each.lang} className="hint" lang={otherLang(reader, each.lang)}>
          {each.title}
        </p>
      ))}
      {clip.text ? (
        <p className="as-spoken">
          <q lang={otherLang(reader, clip.language)}>{clip.text}</q>
        </p>
      ) : null}
      {clip.others.length > 0 ? <p className="hint">{t('review.others', { names: clip.others.join(', ') })}</p> : null}
    </Ask>
  );
}
