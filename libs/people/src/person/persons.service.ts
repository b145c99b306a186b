import {
  type Actor,
  cleanLine,
  cleanText,
  type Clock,
  Invalid,
  isId,
  newId,
  NotFound,
  systemClock,
  toSlug,
} from '#libs/kernel';
import { announce } from '#libs/database';
import { And, type DataSource, type EntityManager, ILike, In, IsNull, Like } from 'typeorm';
import { Affiliation } from './affiliation.entity.js';
import { PersonText } from './person-text.entity.js';
import { erasePhoto } from './erase-photo.js';
import { keepChange } from './person-history.js';
import { PersonChange } from './person-change.entity.js';
import { freePersonSlug, moveSlug } from './person-slug.js';
import { Person, type PersonLink } from './person.entity.js';
import { announcePerson } from './person.facts.js';
import {
  changedFields,
  cleanLinks,
  findPersonProblems,
  toChangeable,
  toFediverse,
  toPersonName,
  toPersonSlug,
  toSortName,
} from './person.plan.js';
import { mayChangePerson, mayCreatePerson, mayFindPersons, refuseUnless } from './person.policy.js';

/** What may be said of a person; absent fields stay as they are, lists replace the whole list. */
export interface PersonForm {
  name?: string;
  sortName?: string;
  pronouns?: string;
  /** How the name is said, in words. */
  pronunciation?: string;
  /** `@name@server`; empty: none. */
  fediverse?: string;
  contact?: string;
  /** Not to be found by search engines. */
  isHidden?: boolean;
  /** Keeps the present title and employer off pages (`ux:K-26`). */
  hidesNow?: boolean;
  links?: PersonLink[];
  texts?: { lang: string; biography: string }[];
  affiliations?: AffiliationForm[];
}

export interface AffiliationForm {
  title: string;
  organisation: string;
  organisationUrl?: string;
  since?: string | null;
  until?: string | null;
}

/** Turns picture bytes into a stored square; `ImagesService.acceptPhoto` of media, which lies on the same floor. */
export interface PhotoMaker {
  acceptPhoto(bytes: Uint8Array): Promise<{ key: string; width?: number }>;
}

/** Guests, speakers and hosts as living persons, shared by all shows of the instance. */
export class PersonsService {
  constructor(
    private readonly db: DataSource,
    private readonly photos: PhotoMaker,
    private readonly clock: Clock = systemClock,
  ) {}

  /** Up to 20 persons whose name has the words of `q`, accents and case ignored; all, by sort name, for an empty one. */
  async search(actor: Actor, q = ''): Promise<Person[]> {
    refuseUnless(mayFindPersons(actor));
    const asked = q.slice(0, 200).trim();
    const words = toSlug(asked, '').split('-').filter(Boolean);
    // The address has the folded name, but keeps the one of before a change.
    const byName = { name: ILike(`%${asked.replace(/[\\%_]/g, '\\$&')}%`) };
    const bySlug = { slug: And(...words.map((word) => Like(`%${word}%`))) };
    return this.db.getRepository(Person).find({
      where: (words.length ? [bySlug, byName] : [byName]).map((each) => ({ ...each, mergedInto: IsNull() })),
      relations: { texts: true, affiliations: true },
      order: { sortName: 'ASC', id: 'ASC' },
      take: 20,
    });
  }

  async get(actor: Actor, id: string): Promise<Person> {
    refuseUnless(mayFindPersons(actor));
    return this.load(this.db.manager, id);
  }

  /** @throws Invalid without a name. Two persons may bear one name; the second's address gets `-1`. */
  async create(actor: Actor, form: PersonForm & { name: string }): Promise<Person> {
    refuseUnless(mayCreatePerson(actor));
    const today = this.today();
    const id = await this.db.transaction(async (manager) => {
      const made = await createPerson(manager, form, today);
      await keepChange(manager, actor, made, ['made']);
      return made;
    });
    return this.load(this.db.manager, id);
  }

  /**
   * People own their name: a change of the living record shows at once on every page and in every feed (`ux:K-25`).
   * Guests change their own. What is the same as before is no change.
   */
  async update(actor: Actor, id: string, form: PersonForm): Promise<Person> {
    refuseUnless(mayChangePerson(actor, id));
    await this.db.transaction(async (manager) => {
      const person = await this.load(manager, id);
      const before = toChangeable(person);
      await applyForm(manager, person, form, this.today());
      const fields = changedFields(before, toChangeable(await this.load(manager, id)));
      if (fields.length === 0) return;
      await keepChange(manager, actor, id, fields);
      await announcePerson(manager, id);
    });
    return this.load(this.db.manager, id);
  }

  /**
   * Another address. The old one leads on only where the person agreed (`ux` 3.3), else it answers as if it had never
   * been; nobody else gets it. @throws Invalid when somebody has it.
   */
  async changeSlug(actor: Actor, id: string, wanted: string, { redirects }: { redirects: boolean }): Promise<Person> {
    refuseUnless(mayChangePerson(actor, id));
    await this.db.transaction(async (manager) => {
      const person = await this.load(manager, id);
      const slug = toPersonSlug(wanted);
      if (slug === person.slug) return;
      await moveSlug(manager, person, slug, redirects);
      await keepChange(manager, actor, id, ['address']);
      await announcePerson(manager, id);
    });
    return this.load(this.db.manager, id);
  }

  /** Who changed which fields when; never what they were. Newest first. */
  async history(actor: Actor, id: string): Promise<PersonChange[]> {
    refuseUnless(mayFindPersons(actor));
    await this.load(this.db.manager, id);
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    return this.db.getRepository(PersonChange).find({ where: { personId: id }, order, take: 100 });
  }

  /** The slug, and so the address, stays when the name changes. */
  async replacePhoto(actor: Actor, id: string, bytes: Uint8Array): Promise<Person> {
    refuseUnless(mayChangePerson(actor, id));
    await this.load(this.db.manager, id);
    const { key, width = null } = await this.photos.acceptPhoto(bytes);
    await this.db.transaction(async (manager) => {
      await erasePresent(manager, id);
      await manager.update(Person, { id }, { photoKey: key, photoWidth: width });
      await keepChange(manager, actor, id, ['photo']);
      await announcePerson(manager, id);
    });
    return this.load(this.db.manager, id);
  }

  /** Back to the monogram. */
  async removePhoto(actor: Actor, id: string): Promise<Person> {
    refuseUnless(mayChangePerson(actor, id));
    await this.db.transaction(async (manager) => {
      if (!(await erasePresent(manager, id))) return;
      await manager.update(Person, { id }, { photoKey: null, photoWidth: null });
      await keepChange(manager, actor, id, ['photo']);
      await announcePerson(manager, id);
    });
    return this.load(this.db.manager, id);
  }

  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }

  private async load(manager: EntityManager, id: string): Promise<Person> {
    const person =
      isId(id) && (await manager.findOne(Person, { where: { id }, relations: { texts: true, affiliations: true } }));
    if (!person) throw new NotFound('This person');
    return person;
  }
}

/** Writes a new person inside the caller's transaction; gives the id. The caller has asked the policy. */
export async function createPerson(
  manager: EntityManager,
  form: PersonForm & { name: string },
  today: string | null = null,
): Promise<string> {
  refuseProblems(form);
  const name = toPersonName(form.name);
  const id = newId();
  const slug = await freePersonSlug(manager, toPersonSlug(name));
  await manager.insert(Person, { id, name, sortName: toSortName(name), slug });
  const made = await manager.findOneOrFail(Person, { where: { id }, relations: { texts: true, affiliations: true } });
  await applyForm(manager, made, form, today);
  await announcePerson(manager, id);
  return id;
}

/** The persons whose address is one of these slugs: how a name in a file is recognised. */
export async function findPersonsBySlug(db: DataSource | EntityManager, slugs: readonly string[]): Promise<Person[]> {
  return slugs.length === 0 ? [] : db.getRepository(Person).findBy({ slug: In([...slugs]), mergedInto: IsNull() });
}

/** Orders that the photograph of now goes, if the transaction commits. @returns whether there is one. */
async function erasePresent(manager: EntityManager, id: string): Promise<boolean> {
  const person = isId(id) && (await manager.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  if (!person) throw new NotFound('This person');
  const { photoKey: key } = person;
  if (key === null) return false;
  await announce(manager, erasePhoto.name, { key });
  return true;
}

async function applyForm(
  manager: EntityManager,
  person: Person,
  form: PersonForm,
  today: string | null,
): Promise<void> {
  refuseProblems(form);
  const name = form.name === undefined ? person.name : toPersonName(form.name);
  const sortName = toPersonName(form.sortName ?? '') || (name === person.name ? person.sortName : toSortName(name));
  await manager.update(
    Person,
    { id: person.id },
    {
      name,
      sortName,
      pronouns: toPersonName(form.pronouns ?? person.pronouns),
      pronunciation: toPersonName(form.pronunciation ?? person.pronunciation),
      fediverse: toFediverse(form.fediverse ?? person.fediverse),
      contact: cleanLine(form.contact ?? person.contact),
      isHidden: form.isHidden ?? person.isHidden,
      hidesNow: form.hidesNow ?? person.hidesNow,
      links: form.links === undefined ? person.links : cleanLinks(form.links),
    },
  );
  if (form.texts) await replaceTexts(manager, person, form.texts, today);
  if (form.affiliations) await replaceAffiliations(manager, person.id, form.affiliations);
}

/** Each biography bears the day on which it was last written otherwise. */
async function replaceTexts(
  manager: EntityManager,
  { id: personId, texts: present }: Person,
  texts: NonNullable<PersonForm['texts']>,
  today: string | null,
): Promise<void> {
  await manager.delete(PersonText, { personId });
  const rows = texts
    .map(({ lang, biography }) => ({ personId, lang, biography: cleanText(biography) }))
    .filter(({ biography }) => biography !== '')
    .map((row) => {
      const known = present.find(({ lang, biography }) => lang === row.lang && biography === row.biography);
      return { ...row, saidOn: known ? known.saidOn : today };
    });
  if (rows.length) await manager.insert(PersonText, rows);
}

async function replaceAffiliations(manager: EntityManager, personId: string, affiliations: AffiliationForm[]) {
  await manager.delete(Affiliation, { personId });
  const rows = affiliations.map((a) => ({
    id: newId(),
    personId,
    title: toPersonName(a.title),
    organisation: toPersonName(a.organisation),
    organisationUrl: cleanText(a.organisationUrl ?? ''),
    since: a.since ?? null,
    until: a.until ?? null,
  }));
  if (rows.length) await manager.insert(Affiliation, rows);
}

function refuseProblems(form: PersonForm): void {
  const problems = findPersonProblems(form);
  if (problems.length) throw new Invalid(problems);
}
