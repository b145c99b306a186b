import { cleanLine, cleanText, type FieldProblem } from '#libs/kernel';
import { isLinkOf, listenApps } from './listen-apps.js';
import type { ShowPage } from './show-page.js';

const promiseMax = 200;
const rhythmMax = 80;
const contactMax = 500;
/** `ux` 3.5: start with these three. */
const startMax = 3;

type Lines = ShowPage['promises'];

/** The settings with every text cleaned; empty lines and links are left out. */
export function cleanShowPage(page: ShowPage): ShowPage {
  const lines = (all: Lines): Lines =>
    all.map(({ lang, text }) => ({ lang, text: cleanLine(text) })).filter(({ text }) => text !== '');
  return {
    promises: lines(page.promises),
    rhythms: lines(page.rhythms),
    startWith: [...new Set(page.startWith)],
    apps: page.apps.map(({ app, url }) => ({ app, url: url.trim() })).filter(({ url }) => url !== ''),
    contact: cleanText(page.contact).trim(),
  };
}

/** What is wrong with cleaned settings; none: they may be saved. */
export function findShowPageProblems({ promises, rhythms, startWith, apps, contact }: ShowPage): FieldProblem[] {
  return [
    ...findLineProblems('promises', promises, promiseMax),
    ...findLineProblems('rhythms', rhythms, rhythmMax),
    ...(startWith.length > startMax
      ? [{ path: 'startWith', message: 'error.field.tooMany', params: { n: startMax } }]
      : []),
    ...apps.flatMap(({ app, url }, i) =>
      isLinkOf(app, url)
        ? []
        : [
            {
              path: `apps.${i}.url`,
              message: 'error.field.appLink',
              params: { app: listenApps.find((each) => each.app === app)?.name ?? app },
            },
          ],
    ),
    ...(new Set(apps.map(({ app }) => app)).size < apps.length ? [{ path: 'apps', message: 'error.field.twice' }] : []),
    ...(contact.length > contactMax
      ? [{ path: 'contact', message: 'error.field.tooLong', params: { n: contactMax } }]
      : []),
  ];
}

/** A host name however it was pasted: without scheme, port, path and the dot at the end; in lower case. */
export function toHostName(text: string): string {
  return cleanLine(text)
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/:\d*$/, '')
    .replace(/\.$/, '');
}

/** A name with a dot that is no address in figures and not the instance's own. @param own the host of PUBLIC_URL. */
export function isHostName(host: string, own: string): boolean {
  if (host === own.toLowerCase() || host.length > 253 || /^[\d.]+$/.test(host)) return false;
  return /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])$/.test(host);
}

function findLineProblems(field: 'promises' | 'rhythms', lines: Lines, max: number): FieldProblem[] {
  const isTwice = new Set(lines.map(({ lang }) => lang)).size < lines.length;
  return [
    ...(isTwice ? [{ path: field, message: 'error.field.texts.twice' }] : []),
    ...lines.flatMap(({ text }, i) =>
      text.length > max ? [{ path: `${field}.${i}.text`, message: 'error.field.tooLong', params: { n: max } }] : [],
    ),
  ];
}
