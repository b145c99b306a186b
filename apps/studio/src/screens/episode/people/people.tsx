import { Text } from '@mantine/core';
import { type AppearanceForm, savePeople } from '../../../api/catalog.calls';
import type { Appearance, Episode } from '../../../api/types';
import { useWords } from '../../../words/words';
import { ClashDialog } from '../autosave/clash-dialog';
import { useGroup } from '../autosave/use-group';
import { Proposal } from '../proposal';
import { Section } from '../section';
import { AddPerson } from './add-person';
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
    save: (version, value) => savePeople(episode.showId, episode.id, version, value.people.map(toForm)),
    adopt: (value, answered) => ({ people: value.people.map((p, i) => named(p, answered.people[i])) }),
  });
  const { value, set, errors } = group;
  const { recordedOn } = episode.working;
  const source = value.people.length > 0 ? episode.working.proposals['people'] : undefined;
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
        onAccept={() => group.accept(['people'])}
        onDismiss={() => set({ people: [] })}
      >
        {value.people.length === 0 && <Text className="soft">{t('studio.people.none')}</Text>}
        {value.people.map((person, index) => (
          <PersonCard
            key={`${person.name}-${index}`}
            person={person}
            errors={errors}
            path={`people.${index}`}
            onChange={(next) => change(index, next)}
            onRemove={() => set({ people: value.people.filter((_, i) => i !== index) })}
          />
        ))}
      </Proposal>
      <AddPerson
        taken={value.people.map((p) => p.personId ?? '')}
        isTalk={episode.eventId !== null}
        onAdd={(person) => set({ people: [...value.people, person] })}
      />
      <ClashDialog
        clash={group.clash}
        label={() => t('studio.people.title')}
        show={(_, v) => v.people.map((p) => [p.name, p.organisation].filter(Boolean).join(', ')).join('\n')}
      />
    </Section>
  );
}

function toForm({ personId, name, role, organisation, texts }: Appearance): AppearanceForm {
  const rest = { role, organisation, texts: texts.filter((text) => text.title || text.disclaimer) };
  return personId ? { personId, ...rest } : { name, ...rest };
}

/** A person that was typed by name gets the id that the server gave it. */
function named(person: Appearance, answered: Appearance | undefined): Appearance {
  if (person.personId || !answered || answered.name !== person.name) return person;
  return { ...person, personId: answered.personId, slug: answered.slug, photoUrl: answered.photoUrl };
}
