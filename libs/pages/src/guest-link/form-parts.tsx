import type { ReactNode } from 'react';
import type { Reader } from '../site/site.js';
import type { GuestMeView, MeSection } from './me.view.js';

export interface FieldProps {
  name: string;
  label: string;
  hint?: string;
  value: string;
  /** What is wrong with it. */
  wrong?: string;
  max?: number;
  type?: string;
  lang?: string;
  rows?: number;
  autoComplete?: string;
  inputMode?: 'url' | 'text' | 'numeric';
  placeholder?: string;
  id?: string;
}

/** A label, its hint, the field, and what is wrong with it beside it (WCAG 3.3.1). */
export function Field({ name, label, hint, value, wrong, max, rows, id = `f-${name}`, ...rest }: FieldProps) {
  const described = [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ') || undefined;
  const shared = {
    ...{ id, name, defaultValue: value, maxLength: max, lang: rest.lang, placeholder: rest.placeholder },
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': described,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {rows ? (
        <textarea {...shared} rows={rows} />
      ) : (
        <input {...shared} type={rest.type ?? 'text'} autoComplete={rest.autoComplete} inputMode={rest.inputMode} />
      )}
      {wrong ? (
        <span className="wrong" id={`${id}-wrong`}>
          {wrong}
        </span>
      ) : null}
    </div>
  );
}

/** One choice of a list, or one switch: the whole line is its label, 44 px high. */
export function Pick(props: {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  checked: boolean;
  title: string;
  text?: string;
}) {
  return (
    <label className="pick">
      <input type={props.type} name={props.name} value={props.value} defaultChecked={props.checked} />
      <span>
        <b>{props.title}</b>
        {props.text ? <span>{props.text}</span> : null}
      </span>
    </label>
  );
}

export interface SheetProps {
  reader: Reader;
  view: GuestMeView;
  section: MeSection;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** One part of the page: what was saved or refused is said at its head, where the reader is led after sending. */
export function Sheet({ reader, view, section, title, lead, children }: SheetProps) {
  const { t } = reader;
  const isDone = view.done === section || view.done?.startsWith(`${section}-`);
  return (
    <section className="sheet" id={section} aria-labelledby={`${section}-title`}>
      <h2 id={`${section}-title`}>{title}</h2>
      {isDone ? (
        <div className="told" role="status">
          <p>{t('guest.me.done', { what: view.done!.replace('-', '') })}</p>
        </div>
      ) : null}
      {view.wrong?.section === section ? (
        <div className="told bad" role="alert">
          <p>{view.wrong.fields[''] ?? t('guest.me.wrong', { n: Object.keys(view.wrong.fields).length })}</p>
        </div>
      ) : null}
      {lead ? <p className="lead">{lead}</p> : null}
      {children}
    </section>
  );
}

/** What is wrong with a field of a section, if it is that section that was refused. */
export function wrongIn(view: GuestMeView, section: MeSection): (field: string) => string | undefined {
  return (field) => (view.wrong?.section === section ? view.wrong.fields[field] : undefined);
}

export function Save({ label }: { label: string }) {
  return (
    <div className="acts">
      <button type="submit" className="button primary">
        {label}
      </button>
    </div>
  );
}
