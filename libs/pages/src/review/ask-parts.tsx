import { formatTimeCode } from '#libs/kernel';
import type { ReactNode } from 'react';
import type { AskProps } from './review.page.js';
import type { ReviewScope } from './review.view.js';

interface Item {
  id: string;
  startMs: number;
  endMs: number;
  isStale: boolean;
  scope: Readonly<Partial<Record<ReviewScope, boolean>>>;
}

interface AskParts extends AskProps {
  item: Item;
  kind: 'quote' | 'clip';
  heading: string;
  /** What it says. */
  children: ReactNode;
  form: ReactNode;
  /** Where it stands, once all of it has an answer; its form is folded then. */
  answered?: ReactNode;
}

/** What is there in several languages: the reader's own first. */
export function inOwnLanguageFirst<Text extends { lang: string }>(texts: readonly Text[], own: string): Text[] {
  const isOwn = ({ lang }: Text) => lang.split('-')[0] === own;
  return [...texts].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
}

/** One thing to agree to: which it is, its sound, what it says, the answer, and what was saved. */
export function Ask(props: AskParts) {
  const { reader, view, item } = props;
  const { t } = reader;
  const isWrong = view.wrong?.id === item.id;
  const range = `${formatTimeCode(item.startMs)}–${formatTimeCode(item.endMs)}`;
  return (
    <section className="ask" id={`a-${item.id}`} aria-labelledby={`t-${item.id}`}>
      <h2 id={`t-${item.id}`}>
        {props.heading} <span className="num">{range}</span>
      </h2>
      {view.saved === item.id ? (
        <div className="told" role="status">
          <p>{t('review.saved')}</p>
        </div>
      ) : null}
      {isWrong && !item.isStale ? (
        <div className="told bad" role="alert">
          <p>{view.wrong!.message}</p>
        </div>
      ) : null}
      {props.children}
      {item.isStale ? (
        <p className="told warn" role={isWrong ? 'alert' : undefined}>
          {t('review.stale')}
        </p>
      ) : props.answered ? (
        <>
          {props.answered}
          <details className="change" open={isWrong}>
            <summary>{t('review.change')}</summary>
            <Form {...props} />
          </details>
        </>
      ) : (
        <Form {...props} />
      )}
    </section>
  );
}

function Form(props: AskParts) {
  const { reader, item, base, kind } = props;
  return (
    <>
      <Sound {...props} />
      <form method="post" action={`${base}/${kind}/${item.id}`}>
        {props.form}
        <div className="acts">
          <button type="submit" className="button primary">
            {reader.t('review.save')}
          </button>
        </div>
      </form>
    </>
  );
}

/** Exactly what it is about, and three seconds around it, so that it is heard in its place (`ux:K-18`). */
function Sound({ reader, view, item }: AskProps & { item: Item }) {
  const { t } = reader;
  if (!view.sound) return <p className="hint">{t('review.noSound')}</p>;
  const [from, to] = [Math.max(0, item.startMs - 3000) / 1000, (item.endMs + 3000) / 1000];
  return (
    <>
      <span className="hint" id={`s-${item.id}`}>
        {t('review.plays')} · {t('review.seconds', { seconds: Math.round((item.endMs - item.startMs) / 1000) })}
      </span>
      <audio
        controls
        preload="none"
        src={`${view.sound}#t=${from},${to}`}
        aria-labelledby={`t-${item.id} s-${item.id}`}
      />
    </>
  );
}

export function Choice(props: { name: string; value: string; checked: boolean; children: string }) {
  return (
    <label className="pick">
      <input type="radio" name={props.name} value={props.value} defaultChecked={props.checked} />{' '}
      <b>{props.children}</b>
    </label>
  );
}

/** What an agreed thing may be used for, in one line. */
export function ScopeLine({ reader, item, names }: Pick<AskProps, 'reader'> & ScopeProps) {
  const allowed = names.filter((name) => item.scope[name] !== false);
  if (allowed.length === 0) return <p className="hint">{reader.t('review.scopeNone')}</p>;
  const list = allowed.map((name) => reader.t(`review.scope.${name}`)).join(', ');
  return <p className="hint">{reader.t('review.scopeLine', { names: list })}</p>;
}

interface ScopeProps {
  item: Item;
  names: readonly ReviewScope[];
}

/** What an agreed thing may be used for, one switch each; the hidden field tells that switches were shown. */
export function Scope({ reader, item, names }: Pick<AskProps, 'reader'> & ScopeProps) {
  const { t } = reader;
  return (
    <fieldset>
      <legend>{t('review.scope')}</legend>
      <input type="hidden" name="scoped" value="1" />
      <div className="scope">
        {names.map((name) => (
          <label className="pick" key={name}>
            <input type="checkbox" name="scope" value={name} defaultChecked={item.scope[name] !== false} />
            <span>{t(`review.scope.${name}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Where it stands: a mark and a sentence, never colour alone. */
export function Stand({ kind, children }: { kind: 'yes' | 'no' | 'wait'; children: ReactNode }) {
  const d = { yes: 'M2 9l4 4 8-10', no: 'M3 3l10 10M13 3L3 13', wait: 'M8 2v6l4 3' }[kind];
  return (
    <p className={`stand ${kind}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={d} fill="none" stroke="currentColor" strokeWidth="2.5" />
      </svg>
      {children}
    </p>
  );
}
