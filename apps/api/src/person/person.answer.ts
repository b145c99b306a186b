import { z } from 'zod';
import { type Addresses, type DoneMerge, type MergePreview, peopleFilters, type PersonRecord } from '#libs/catalog';
import type { Different, Person } from '#libs/people';

const at = z.iso.datetime();
const named = z.object({ id: z.uuid(), name: z.string() });

export const personAnswer = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    sortName: z.string(),
    pronouns: z.string(),
    /** How the name is said, in words. */
    pronunciation: z.string(),
    fediverse: z.string(),
    contact: z.string(),
    /** Not to be found by search engines. */
    isHidden: z.boolean(),
    /** Keeps the present title and employer off pages. */
    hidesNow: z.boolean(),
    links: z.array(z.object({ label: z.string(), url: z.string() })),
    photoUrl: z.string().nullable(),
    /** Pixels of its side; null: not known, or there is none. */
    photoWidth: z.number().nullable(),
    /** `saidOn`: the day on which it was last written. */
    texts: z.array(z.object({ lang: z.string(), biography: z.string(), saidOn: z.iso.date().nullable() })),
    affiliations: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        organisation: z.string(),
        organisationUrl: z.string(),
        since: z.iso.date().nullable(),
        until: z.iso.date().nullable(),
      }),
    ),
    pageUrl: z.object({ en: z.string(), fr: z.string() }),
  })
  .meta({ id: 'Person' });
export type PersonAnswer = z.infer<typeof personAnswer>;
export const personsAnswer = z.object({ items: z.array(personAnswer) });

export const peopleAnswer = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        photoUrl: z.string().nullable(),
        isHidden: z.boolean(),
        isRenamed: z.boolean(),
        now: z.object({ title: z.string(), organisation: z.string() }).nullable(),
        /** As what they were heard last, where `now` is null. */
        heardAs: z
          .object({
            organisation: z.string(),
            titles: z.array(z.object({ lang: z.string(), title: z.string() })),
            on: z.iso.date(),
          })
          .nullable(),
        /** In how many they appear, released or not. */
        episodes: z.number(),
        /** Who may be the same person. */
        lookalikes: z.array(named),
      }),
    ),
    counts: z.record(z.enum(peopleFilters), z.number()),
    total: z.number(),
  })
  .meta({ id: 'People' });
export type PeopleAnswer = z.infer<typeof peopleAnswer>;

/** What the screen of a person says beside the living record. */
export const personRecordAnswer = z
  .object({
    formerAddresses: z.array(z.object({ slug: z.string(), redirects: z.boolean(), since: at })),
    history: z.array(z.object({ at, actor: z.enum(['guest', 'user', 'system']), fields: z.array(z.string()) })),
    lookalikes: z.array(named),
    merges: z.array(z.object({ id: z.uuid(), goneName: z.string(), at })),
    /** Who looks alike and was said to be somebody else. */
    different: z.array(z.object({ id: z.uuid(), name: z.string(), at })),
    appearances: z.array(
      z.object({
        episodeId: z.uuid(),
        showId: z.uuid(),
        title: z.string(),
        state: z.string(),
        on: z.string().nullable(),
        organisation: z.string(),
        employer: z.enum(['named', 'notes', 'hidden']),
        titles: z.array(z.object({ lang: z.string(), title: z.string() })),
      }),
    ),
  })
  .meta({ id: 'PersonRecord' });
export type PersonRecordAnswer = z.infer<typeof personRecordAnswer>;

export const mergePreviewAnswer = z
  .object({
    keep: personAnswer,
    gone: personAnswer,
    episodes: z.array(z.object({ episodeId: z.uuid(), title: z.string() })),
    /** What the record that stays lacks and takes over. */
    fills: z.array(z.string()),
    /** Episodes in which both appear: with one of them there is no merge. */
    both: z.array(z.object({ episodeId: z.uuid(), showId: z.uuid(), title: z.string() })),
    /** Shows of either in which who asks is no editor: with one of them they cannot merge. */
    elsewhere: z.int(),
  })
  .meta({ id: 'MergePreview' });
export type MergePreviewAnswer = z.infer<typeof mergePreviewAnswer>;
export const mergeAnswer = z.object({ id: z.uuid(), person: personAnswer }).meta({ id: 'Merge' });
export type MergeAnswer = z.infer<typeof mergeAnswer>;

/** A person whose texts and affiliations are loaded. */
export function toPersonAnswer(person: Person, addresses: Addresses): PersonAnswer {
  const {
    id,
    slug,
    name,
    sortName,
    pronouns,
    pronunciation,
    fediverse,
    contact,
    isHidden,
    hidesNow,
    links,
    photoWidth,
  } = person;
  return {
    ...{ id, slug, name, sortName, pronouns, pronunciation, fediverse, contact, isHidden, hidesNow, links, photoWidth },
    photoUrl: person.photoKey ? addresses.image(person.photoKey, 'full') : null,
    texts: person.texts.map(({ lang, biography, saidOn }) => ({ lang, biography, saidOn })),
    affiliations: [...person.affiliations]
      .sort((a, b) => (b.since ?? '').localeCompare(a.since ?? '') || a.id.localeCompare(b.id))
      .map(({ id, title, organisation, organisationUrl, since, until }) => ({
        ...{ id, title, organisation, organisationUrl, since, until },
      })),
    pageUrl: { en: addresses.guest('en', slug), fr: addresses.guest('fr', slug) },
  };
}

export function toRecordAnswer(
  record: PersonRecord,
  merges: readonly DoneMerge[],
  different: readonly Different[],
): PersonRecordAnswer {
  return {
    formerAddresses: record.formerAddresses.map((each) => ({ ...each, since: each.since.toISOString() })),
    history: record.history.map(({ createdAt, actor, fields }) => ({ at: createdAt.toISOString(), actor, fields })),
    lookalikes: record.lookalikes,
    merges: merges.map(({ id, goneName, at: when }) => ({ id, goneName, at: when.toISOString() })),
    different: different.map(({ id, name, at: when }) => ({ id, name, at: when.toISOString() })),
    appearances: record.appearances as PersonRecordAnswer['appearances'],
  };
}

export function toPreviewAnswer({ keep, gone, ...rest }: MergePreview, addresses: Addresses): MergePreviewAnswer {
  return { keep: toPersonAnswer(keep, addresses), gone: toPersonAnswer(gone, addresses), ...rest };
}
