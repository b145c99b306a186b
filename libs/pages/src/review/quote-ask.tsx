import { languageName, otherLang, type Reader } from '../site/site.js';
import type { AskProps } from './review.page.js';
import { Ask, Choice, inOwnLanguageFirst, Scope, ScopeLine, Stand } from './ask-parts.js';
import type { ReviewQuoteView, ReviewWording } from './review.view.js';

const uses = ['page', 'image', 'text'] as const;

/** A quote with every wording that it is to be shown in; each language has an answer of its own (`ux:K-20`). */
export function QuoteAsk(props: AskProps & { quote: ReviewQuoteView; n: number }) {
  const { reader, view, quote, n } = props;
  const { t } = reader;
  const heading = t('review.quoteOf', { n, all: view.quotes.length });
  const isOpen = quote.wordings.some(({ answer }) => answer === 'open');
  return (
    <Ask
      {...props}
      item={quote}
      kind="quote"
      heading={heading}
      answered={isOpen ? undefined : <Answers reader={reader} quote={quote} />}
      form={
        <>
          <input type="hidden" name="version" value={quote.version} />
          {inOwnLanguageFirst(quote.wordings, reader.lang).map((wording) => (
            <Wording
              key={wording.lang}
              reader={reader}
              wording={wording}
              isOne={quote.wordings.length === 1}
              isOpen={isOpen}
              id={quote.id}
            />
          ))}
          <Scope reader={reader} item={quote} names={uses} />
        </>
      }
    >
      <Said {...props} />
    </Ask>
  );
}

/** The answer to each wording, once there is one to all of them. */
function Answers({ reader, quote }: Pick<AskProps, 'reader'> & { quote: ReviewQuoteView }) {
  const isOne = quote.wordings.length === 1;
  return (
    <>
      {inOwnLanguageFirst(quote.wordings, reader.lang).map((wording) => (
        <div key={wording.lang} className="answer-of">
          {isOne ? null : <p className="label">{nameOf(reader, wording)}</p>}
          {isOne || wording.lang === reader.lang || wording.text === quote.original ? null : (
            <p className="wording">
              <q lang={otherLang(reader, wording.lang)}>{wording.text}</q>
            </p>
          )}
          <Answered reader={reader} wording={wording} />
        </div>
      ))}
      {quote.wordings.every(({ answer }) => answer === 'refused') ? null : (
        <ScopeLine reader={reader} item={quote} names={uses} />
      )}
    </>
  );
}

function nameOf(reader: Reader, { lang, isTranslation }: ReviewWording): string {
  const { t } = reader;
  const name = t('review.wordingIn', { language: languageName(reader, lang) });
  return isTranslation ? `${name} (${t('review.translated')})` : name;
}

/** The words in the guest's own language first; as they were spoken, where that is another. */
function Said({ reader, quote }: AskProps & { quote: ReviewQuoteView }) {
  const own = quote.wordings.find(({ lang }) => lang === reader.lang) ?? quote.wordings[0];
  if (!own) return null;
  const isSame = own.text === quote.original;
  return (
    <>
      <blockquote className="words" lang={otherLang(reader, own.lang)}>
        {reader.t('clip.screen.spoken', { text: own.text })}
      </blockquote>
      {isSame ? null : (
        <p className="as-spoken">
          {reader.t('review.original', { language: languageName(reader, quote.language) })}{' '}
          <q lang={otherLang(reader, quote.language)}>{quote.original}</q>
        </p>
      )}
    </>
  );
}

function Wording({
  reader,
  wording,
  isOne,
  isOpen,
  id,
}: Pick<AskProps, 'reader'> & { wording: ReviewWording; isOne: boolean; isOpen: boolean; id: string }) {
  const { t } = reader;
  const { lang, answer, text } = wording;
  const name = `answer.${lang}`;
  return (
    <fieldset>
      <legend>{nameOf(reader, wording)}</legend>
      {isOne || lang === reader.lang ? null : (
        <p className="wording">
          <q lang={otherLang(reader, lang)}>{text}</q>
        </p>
      )}
      {isOpen ? <Answered reader={reader} wording={wording} /> : null}
      <div className="choices">
        <Choice name={name} value="approved" checked={answer === 'approved'}>
          {t('review.approve')}
        </Choice>
        <Choice name={name} value="touched" checked={answer === 'changed'}>
          {t('review.touch')}
        </Choice>
        <div className="touch">
          <label htmlFor={`w-${lang}-${id}`}>{t('review.touchLabel')}</label>
          <textarea
            id={`w-${lang}-${id}`}
            name={`text.${lang}`}
            lang={lang}
            maxLength={400}
            defaultValue={text}
            aria-describedby={`h-${lang}-${id}`}
          />
          <span className="hint" id={`h-${lang}-${id}`}>
            {t('review.touchHint')}
          </span>
        </div>
        <Choice name={name} value="refused" checked={answer === 'refused'}>
          {t('review.refuse')}
        </Choice>
      </div>
    </fieldset>
  );
}

function Answered({ reader: { t }, wording }: Pick<AskProps, 'reader'> & { wording: ReviewWording }) {
  if (wording.answer === 'open') return null;
  if (wording.isFlagged) return <Stand kind="wait">{t('review.answered.flagged')}</Stand>;
  if (wording.isSilent) return <Stand kind="yes">{t('review.answered.silent')}</Stand>;
  return <Stand kind={wording.answer === 'refused' ? 'no' : 'yes'}>{t(`review.answered.${wording.answer}`)}</Stand>;
}
