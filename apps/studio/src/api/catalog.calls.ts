import { toItems } from './account.calls';
import { call, query } from './client';
import type {
  Appearance,
  BinItem,
  Chapter,
  Episode,
  EpisodeSummary,
  EpisodeText,
  Person,
  Show,
  ShowEvent,
  ShowText,
} from './types';

export const listCategories = () =>
  call<{ items: Category[] } | Category[]>('GET', '/categories').then(toItems<Category>);
export interface Category {
  name: string;
  subcategories: string[];
}

export interface ShowForm {
  title: string;
  language: string;
  category: string;
  subcategory?: string;
  description?: string;
  author?: string;
  ownerEmail?: string;
  explicit?: boolean;
  type?: 'episodic' | 'serial';
  timeZone?: string;
}
export type ShowSettings = Partial<Omit<ShowForm, 'title' | 'description'>> & {
  copyright?: string;
  locked?: boolean;
  accent?: string;
  hostIds?: string[];
  texts?: ShowText[];
};

export const listShows = () => call<{ items: Show[] }>('GET', '/shows').then(toItems);
export const createShow = (form: ShowForm) => call<Show>('POST', '/shows', form);
export const getShow = (showId: string) => call<Show>('GET', `/shows/${showId}`);
export const saveShow = (showId: string, version: number, form: ShowSettings) =>
  call<Show>('PATCH', `/shows/${showId}`, { version, ...form });
export const binShow = (showId: string) => call<void>('DELETE', `/shows/${showId}`);
export const restoreShow = (showId: string) => call<Show>('POST', `/shows/${showId}/restore`, {});
export const putShowCover = (showId: string, picture: Blob) => call<Show>('PUT', `/shows/${showId}/cover`, picture);
export const dropShowCover = (showId: string) => call<Show>('DELETE', `/shows/${showId}/cover`);

const episodes = (showId: string) => `/shows/${showId}/episodes`;
const one = (showId: string, id: string) => `/shows/${showId}/episodes/${id}`;

export interface FileTags {
  title?: string;
  artist?: string;
  album?: string;
  track?: string;
  date?: string;
  comment?: string;
  chapters?: { startMs: number; title: string }[];
}
export interface DraftForm {
  eventId?: string;
  fileName?: string;
  tags?: FileTags;
  title?: string;
}

export const listEpisodes = (showId: string, filter: { state?: string; eventId?: string } = {}) =>
  call<{ items: EpisodeSummary[] }>('GET', `${episodes(showId)}${query(filter)}`).then(toItems);
export const createEpisode = (showId: string, form: DraftForm) => call<Episode>('POST', episodes(showId), form);
export const getEpisode = (showId: string, id: string) => call<Episode>('GET', one(showId, id));

export interface BasicsForm {
  type?: Episode['working']['type'];
  number?: number | null;
  season?: number | null;
  explicit?: boolean;
  language?: string;
  recordedOn?: string | null;
  eventId?: string | null;
  room?: string;
  track?: string;
  programmeAt?: string | null;
}
export const saveBasics = (showId: string, id: string, version: number, form: BasicsForm) =>
  call<Episode>('PATCH', `${one(showId, id)}/basics`, { version, ...form });
export const saveTexts = (showId: string, id: string, version: number, texts: EpisodeText[]) =>
  call<Episode>('PUT', `${one(showId, id)}/texts`, { version, texts });
export const saveChapters = (showId: string, id: string, version: number, chapters: Chapter[]) =>
  call<Episode>('PUT', `${one(showId, id)}/chapters`, { version, chapters });
export const pasteChapters = (showId: string, id: string, version: number, pasted: string) =>
  call<Episode>('PUT', `${one(showId, id)}/chapters`, { version, pasted });
export type AppearanceForm = Pick<Appearance, 'role' | 'organisation' | 'texts'> &
  ({ personId: string } | { name: string });
export const savePeople = (showId: string, id: string, version: number, people: AppearanceForm[]) =>
  call<Episode>('PUT', `${one(showId, id)}/people`, { version, people });
export const putEpisodeCover = (showId: string, id: string, version: number, picture: Blob) =>
  call<Episode>('PUT', `${one(showId, id)}/cover?version=${version}`, picture);
export const dropEpisodeCover = (showId: string, id: string, version: number) =>
  call<Episode>('DELETE', `${one(showId, id)}/cover?version=${version}`);

export const publish = (showId: string, id: string) => call<Episode>('POST', `${one(showId, id)}/publish`, {});
export interface ScheduleForm {
  local: string;
  zone: string;
  offset?: string;
}
export const schedule = (showId: string, id: string, form: ScheduleForm) =>
  call<Episode>('POST', `${one(showId, id)}/schedule`, form);
export const unschedule = (showId: string, id: string) => call<Episode>('POST', `${one(showId, id)}/unschedule`, {});
export const update = (showId: string, id: string) => call<Episode>('POST', `${one(showId, id)}/update`, {});
export const unpublish = (showId: string, id: string) => call<Episode>('POST', `${one(showId, id)}/unpublish`, {});
export const binEpisode = (showId: string, id: string) => call<void>('DELETE', one(showId, id));
export const restoreEpisode = (showId: string, id: string) => call<Episode>('POST', `${one(showId, id)}/restore`, {});

export const listBin = () => call<{ items: BinItem[] }>('GET', '/bin').then(toItems);

export interface EventForm {
  name: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  place?: string;
  description?: string;
  lang?: string;
}
export const listEvents = (showId: string) =>
  call<{ items: ShowEvent[] }>('GET', `/shows/${showId}/events`).then(toItems);
export const getEvent = (showId: string, id: string) => call<ShowEvent>('GET', `/shows/${showId}/events/${id}`);
export const createEvent = (showId: string, form: EventForm) =>
  call<ShowEvent>('POST', `/shows/${showId}/events`, form);
export const saveEvent = (
  showId: string,
  id: string,
  version: number,
  form: Partial<Pick<ShowEvent, 'startsOn' | 'endsOn' | 'timeZone' | 'place' | 'texts'>>,
) => call<ShowEvent>('PATCH', `/shows/${showId}/events/${id}`, { version, ...form });
export const binEvent = (showId: string, id: string) => call<void>('DELETE', `/shows/${showId}/events/${id}`);

export const findPersons = (q: string, signal?: AbortSignal) =>
  call<{ items: Person[] }>('GET', `/persons${query({ q })}`, undefined, signal).then(toItems);
export const previewNotes = (markdown: string) => call<{ html: string }>('POST', '/notes/preview', { markdown });
