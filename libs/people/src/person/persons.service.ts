import { type Actor, cleanText, Invalid, isId, newId, NotFound, toSlug } from '#libs/kernel';
import { And, type DataSource, type EntityManager, ILike, In, Like } from 'typeorm';
import { Affiliation } from './affiliation.entity.js';
import { PersonText } from './person-text.entity.js';
import { freePersonSlug } from './person-slug.js';
import { Person, type PersonLink } from './person.entity.js';
import { announcePerson } from './person.facts.js';
import {
  cleanLinks,
  findLinkProblems,
  findNameProblems,
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
      where: words.length ? [bySlug, byName] : byName,
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
    const id = await this.db.transaction((manager) => createPerson(manager, form));
    return this.load(this.db.manager, id);
  }

  /** People own their name: a change of the living record shows at once on every page and in every feed (`ux:K-25`). */
  async update(actor: Actor, id: string, form: PersonForm): Promise<Person> {
    refuseUnless(mayChangePerson(actor));
    await this.db.transaction(async (manager) => {
      const person = await this.load(manager, id);
      await applyForm(manager, person, form);
      await announcePerson(manager, id);
    });
    return this.load(this.db.manager, id);
  }

  /** The slug, and so the address, stays when the name changes. */
  async replacePhoto(actor: Actor, id: string, bytes: Uint8Array): Promise<Person> {
    refuseUnless(mayChangePerson(actor));
    await this.load(this.db.manager, id);
    const { key, width = null } = await this.photos.acceptPhoto(bytes);
    await this.db.transaction(async (manager) => {
      await manager.update(Person, { id }, { photoKey: key, photoWidth: width });
      await announcePerson(manager, id);
    });
    return this.load(this.db.manager, id);
  }

  private async load(manager: EntityManager, id: string): Promise<Person> {
    const person =
      isId(id) && (await manager.findOne(Person, { where: { id }, relations: { texts: true, affiliations: true } }));
    if (!person) throw new NotFound('This person');
    return person;
  }
}

/** Writes a new person inside the caller's transaction; gives the id. The caller has asked the policy. */
export async function createPerson(manager: EntityManager, form: PersonForm & { name: string }): Promise<string> {
  refuseProblems(form);
  const name = toPersonName(form.name);
  const id = newId();
  const slug = await freePersonSlug(manager, toPersonSlug(name));
  await manager.insert(Person, { id, name, sortName: toSortName(name), slug });
  await applyForm(manager, await manager.findOneByOrFail(Person, { id }), form);
  await announcePerson(manager, id);
  return id;
}

/** The persons whose address is one of these slugs: how a name in a file is recognised. */
export async function findPersonsBySlug(db: DataSource | EntityManager, slugs: readonly string[]): Promise<Person[]> {
  return slugs.length === 0 ? [] : db.getRepository(Person).findBy({ slug: In([...slugs]) });
}

async function applyForm(manager: EntityManager, person: Person, form: PersonForm): Promise<void> {
  refuseProblems(form);
  const name = form.name === undefined ? person.name : toPersonName(form.name);
  const sortName = toPersonName(form.sortName ?? '') || (name === person.name ? person.sortName : toSortName(name));
  await manager.update(
    Person,
    { id: person.id },
    {
      name,
      sortName,
      pronouns: form.pronouns === undefined ? person.pronouns : toPersonName(form.pronouns),
      links: form.links === undefined ? person.links : cleanLinks(form.links),
    },
  );
  if (form.texts) await replaceTexts(manager, person.id, form.texts);
  if (form.affiliations) await replaceAffiliations(manager, person.id, form.affiliations);
}

async function replaceTexts(manager: EntityManager, personId: string, texts: NonNullable<PersonForm['texts']>) {
  await manager.delete(PersonText, { personId });
  const rows = texts.map(({ lang, biography }) => ({ personId, lang, biography: cleanText(biography) }));
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
  const problems = [
    ...(form.name === undefined ? [] : findNameProblems(form.name)),
    ...(form.links === undefined ? [] : findLinkProblems(form.links)),
  ];
  if (problems.length) throw new Invalid(problems);
}
