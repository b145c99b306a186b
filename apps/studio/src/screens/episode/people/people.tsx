import { Text } from '@mantine/core';
import { type PeopleForm, savePeople } from '../../../api/episode.calls';
import type { Appearance, Episode } from '../../../api/types';
import { useWords } from '../../../words/words';
import { ClashDialog } from '../autosave/clash-dialog';
import { useGroup } from '../autosave/use-group';
import { NamePicker } from '../../person/name-picker';
import { Proposal } from '../proposal';
import { Section } from '../section';
import { GuestsSummary } from '../guests/guests-summary';
import { toAppearance } from './to-appearance';
import { PersonCard } from './person-card';

interface PeopleValue {
  people: Appearance[];
}

/** Who is heard, as what, working where at the time of the recording. */
export function People({ episode }: { episode: Episode }) {
  const { t, day } = useWords();
  const group = useGroup<PeopleValue>({
    group: 'people',
    episode,
    read: (copy) => ({ people: copy.people }),
    save: (version, value) => savePeople(episode.showId, episode.id, version, { people: value.people.map(toForm) }),
    adopt: (value, answered) => ({ people: value.people.map((p, i) => named(p, answered.people[i])) }),
  });
  const { value, set, errors } = group;
  const { recordedOn } = episode.working;
  const role = episode.eventId ? 'speaker' : 'guest';
  const { proposedNames, proposals } = episode.working;
  const source = value.people.length > 0 || proposedNames.length > 0 ? proposals['people'] : undefined;
  const acceptNames = () =>
    proposedNames.length > 0
      ? set({ people: [...value.people, ...proposedNames.map((name) => toAppearance(undefined, name, role))] })
      : group.accept(['people']);
  const change = (index: number, next: Partial<Appearance>) =>
    set({ people: value.people.map((p, i) => (i === index ? { ...p, ...next } : p)) });
  return (
    <Section
      id="people"
      title={t('studio.people.title')}
      hint={recordedOn ? t('studio.people.asOf', { date: day(recordedOn) }) : t('studio.people.asOfRecording')}
    >
      <Proposal
        source={source}
        what={t('studio.people.title')}
        onAccept={acceptNames}
        onDismiss={() => (value.people.length > 0 ? set({ people: [] }) : group.accept(['people']))}
      >
        {value.people.length === 0 && !source && <Text className="soft">{t('studio.people.none')}</Text>}
        {source && proposedNames.length > 0 && (
          <Text size="lg" fw={600}>
            {proposedNames.join(', ')}
          </Text>
        )}
        {value.people.map((person, index) => (
          <PersonCard
            key={`${person.name}-${index}`}
            person={{ ...person, photoUrl: photoOf(episode, person) }}
            errors={errors}
            path={`people.${index}`}
            onChange={(next) => change(index, next)}
            onRemove={() => set({ people: value.people.filter((_, i) => i !== index) })}
            onUp={index > 0 ? () => set({ people: swapped(value.people, index - 1) }) : undefined}
            onDown={index < value.people.length - 1 ? () => set({ people: swapped(value.people, index) }) : undefined}
          />
        ))}
      </Proposal>
      <NamePicker
        label={t('studio.people.add')}
        taken={value.people.map((p) => p.personId ?? '')}
        onPick={(name, known) => {
          const person = toAppearance(known, name, role);
          if (!isThere(value.people, person)) set({ people: [...value.people, person] });
        }}
      />
      <GuestsSummary episode={episode} />
      <ClashDialog
        clash={group.clash}
        label={() => t('studio.people.title')}
        show={(_, v) => v.people.map((p) => [p.name, p.organisation].filter(Boolean).join(', ')).join('\n')}
      />
    </Section>
  );
}

/** The portrait as it is now: it belongs to the person, not to what is being edited. */
const photoOf = (episode: Episode, { personId, photoUrl }: Appearance) =>
  episode.working.people.find((p) => personId && p.personId === personId)?.photoUrl ?? photoUrl;

const isThere = (people: Appearance[], { name }: Appearance) =>
  people.some((p) => p.name.toLocaleLowerCase() === name.toLocaleLowerCase());

/** One changes places with the next. */
function swapped(people: Appearance[], index: number): Appearance[] {
  const [one, two] = [people[index]!, people[index + 1]!];
  return people.map((person, i) => (i === index ? two : i === index + 1 ? one : person));
}

function toForm({
  personId,
  name,
  role,
  organisation,
  organisationUrl,
  employer,
  texts,
}: Appearance): PeopleForm['people'][number] {
  const rest = {
    role,
    organisation,
    organisationUrl,
    employer,
    texts: texts.filter((text) => text.title || text.disclaimer) as PeopleForm['people'][number]['texts'],
  };
  return personId ? { personId, ...rest } : { name, ...rest };
}

/** A person that was typed by name gets the id that the server gave it. */
function named(person: Appearance, answered: Appearance | undefined): Appearance {
  if (person.personId || !answered || answered.name !== person.name) return person;
  return { ...person, personId: answered.personId, slug: answered.slug, photoUrl: answered.photoUrl };
}
