import { type Actor, Invalid, newGuid, newId, NotFound, pickText, toLanguage } from '#libs/kernel';
import { findPersonsBySlug } from '#libs/people';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { Event } from '../event/event.entity.js';
import type { Show } from '../show/show.entity.js';
import { loadShow } from '../show/shows.service.js';
import { insertParts } from './copy-tree.js';
import { type DraftPlan, type FileTags, findNames, planDraft } from './draft.plan.js';
import { EpisodeCopy } from './episode-copy.entity.js';
import { Episode } from './episode.entity.js';
import { requireEditEpisode } from './episode.policy.js';
import { cleanTitle, findTitleProblems } from './episode-form.plan.js';

/** What a draft is made from; nothing is needed. `title` is the producer's own, and no proposal. */
export interface DraftForm {
  eventId?: string | null;
  fileName?: string;
  tags?: FileTags;
  title?: string;
}

/** New episodes, filled from the name and tags of their file before it has arrived. */
export class EpisodeDraftsService {
  constructor(private readonly db: DataSource) {}

  /** Gives the new episode's id. @throws Invalid for a title that is too long, NotFound for another show's event. */
  async create(actor: Actor, showId: string, form: DraftForm): Promise<string> {
    requireEditEpisode(actor, showId);
    const show = await loadShow(this.db.manager, showId);
    const problems = findTitleProblems(form.title ?? '', 'title');
    if (problems.length) throw new Invalid(problems);
    await requireEvent(this.db.manager, showId, form.eventId);
    const plan = await proposeDraft(this.db.manager, show, form);
    const title = cleanTitle(form.title ?? '');
    if (title) delete plan.proposals['title'];
    return this.db.transaction((manager) =>
      insertDraft(manager, show, form.eventId, { ...plan, title: title || plan.title }),
    );
  }
}

/** What the file says of a draft of this show, with the persons it names looked up. */
export async function proposeDraft(
  manager: EntityManager,
  show: Show,
  { fileName, tags, eventId }: Pick<DraftForm, 'fileName' | 'tags' | 'eventId'>,
): Promise<DraftPlan> {
  const title = pickText(show.texts, toLanguage(show.language), toLanguage(show.language))?.title ?? '';
  const sources = { fileName, tags, show: { language: show.language, title, author: show.author } };
  const known = await findPersonsBySlug(manager, findNames(sources));
  // A talk's place is in the programme, not in a count.
  const lastNumber = eventId ? undefined : await lastPublishedNumber(manager, show.id);
  return planDraft({ ...sources, known, lastNumber });
}

/** @throws NotFound unless the event is the show's own. */
export async function requireEvent(
  manager: EntityManager,
  showId: string,
  eventId: string | null | undefined,
): Promise<void> {
  if (!eventId) return;
  if (!(await manager.existsBy(Event, { id: eventId, showId, deletedAt: IsNull() }))) throw new NotFound('This event');
}

async function lastPublishedNumber(manager: EntityManager, showId: string): Promise<number> {
  const [row]: { last: number | null }[] = await manager.query(
    `select max(c.number) as last from episodes e join episode_copies c on c.episode_id = e.id and c.kind = 'released'
     where e.show_id = $1 and e.state = 'published' and e.event_id is null and e.deleted_at is null`,
    [showId],
  );
  return row?.last ?? 0;
}

async function insertDraft(
  manager: EntityManager,
  show: Show,
  eventId: string | null | undefined,
  plan: DraftPlan,
): Promise<string> {
  const id = newId();
  const copyId = newId();
  await manager.insert(Episode, { id, showId: show.id, eventId: eventId ?? null, guid: newGuid(), state: 'draft' });
  await manager.insert(EpisodeCopy, {
    id: copyId,
    episodeId: id,
    kind: 'working',
    number: plan.number,
    season: plan.season,
    explicit: show.explicit,
    language: show.language,
    recordedOn: plan.recordedOn,
    proposals: plan.proposals,
    proposedNames: plan.names,
  });
  await insertParts(manager, copyId, {
    texts: [{ lang: plan.lang, title: plan.title, summary: plan.summary, notes: '' }],
    chapters: plan.chapters,
    appearances: plan.guestIds.map((personId) => ({ personId, role: 'guest', organisation: '', texts: [] })),
  });
  return id;
}
