import type { Language } from '#libs/kernel';
import type { Key } from '#libs/messages';
import { toPage } from '../layout/document.js';
import { type Page, type Reader, readerOf, type Site } from '../site/site.js';
import { FollowForm, type FollowTarget } from './follow-form.js';

/** What became of a form or of a link in a mail. Addresses of mail are shown to whoever typed them or holds the secret. */
export type FollowAnswer =
  | { kind: 'asked'; email: string }
  | { kind: 'wrong'; email: string; target: FollowTarget }
  | { kind: 'wait'; minutes: number }
  | { kind: 'none' | 'stopped' | 'gone' }
  | { kind: 'confirm' | 'stop'; email: string; what: string; href: string }
  | { kind: 'confirmed'; isOnce: boolean }
  /** It was released between the mail and the click. */
  | { kind: 'out'; href: string };

/** One sentence and one thing to do. Of no search engine's concern, and nothing happens by opening it: mail scanners do. */
export function followAnswerPage(site: Site, lang: Language, answer: FollowAnswer): Page {
  const reader = readerOf(site, lang);
  const { addresses } = site;
  const title = reader.t(`followers.page.${answer.kind}`);
  return toPage({
    site,
    reader,
    head: { title, description: title, canonical: addresses.home(lang), alternates: [], robots: 'noindex' },
    otherHref: addresses.home(lang === 'fr' ? 'en' : 'fr'),
    isBare: true,
    children: (
      <article className="answer">
        <h1>{title}</h1>
        <Said site={site} reader={reader} answer={answer} />
      </article>
    ),
  });
}

function Said({ site, reader, answer }: { site: Site; reader: Reader; answer: FollowAnswer }) {
  const { t } = reader;
  const { addresses } = site;
  switch (answer.kind) {
    case 'confirm':
    case 'stop':
      return <Question reader={reader} {...answer} />;
    case 'wrong': {
      const wrong = { email: answer.email, text: t('followers.page.wrong.text') };
      const submit = t(answer.target.kind === 'show' ? 'followers.show.submit' : 'followers.reminder.submit');
      return <FollowForm site={site} reader={reader} target={answer.target} submit={submit} wrong={wrong} />;
    }
    case 'out':
      return (
        <>
          <p>{t('followers.page.out.text')}</p>
          <p>
            <a className="button primary" href={addresses.path(answer.href)}>
              {t('followers.page.out.link')}
            </a>
          </p>
        </>
      );
    default:
      return (
        <>
          <p>{t(sentence(answer), params(answer))}</p>
          <p>
            <a className="button" href={addresses.path(addresses.home(reader.lang))}>
              {t('followers.page.back')}
            </a>
          </p>
        </>
      );
  }
}

/** Asked before anything changes. */
function Question(props: { reader: Reader; kind: 'confirm' | 'stop'; email: string; what: string; href: string }) {
  const { t } = props.reader;
  return (
    <>
      <p className="promise">{capital(props.what)}</p>
      <p>{t(`followers.page.${props.kind}.text`, { email: props.email })}</p>
      <form method="post" action={props.href}>
        <button type="submit" className="button primary">
          {t(`followers.page.${props.kind}.submit`)}
        </button>
      </form>
    </>
  );
}

function sentence(answer: FollowAnswer): Key {
  if (answer.kind === 'confirmed') return `followers.page.confirmed.${answer.isOnce ? 'once' : 'lasting'}`;
  return `followers.page.${answer.kind}.text` as Key;
}

function params(answer: FollowAnswer): Record<string, string | number> {
  return { email: 'email' in answer ? answer.email : '', minutes: answer.kind === 'wait' ? answer.minutes : 0 };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
