import { type Actor, type Clock, type FieldProblem, Invalid, NotFound } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { loadEpisode, loadWorking } from '../episode/episode-rows.js';
import type { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { requireEditEpisode } from '../episode/episode.policy.js';
import { saveGroup } from '../episode/group-save.js';
import { toTranscripts } from '../episode/group-values.js';
import { readSounds } from '../sound/revision-sound.js';
import type { SoundTime } from '../sound/time-shift.plan.js';
import { appearingIn } from './appearing.js';
import { parseTranscript, type ParsedTranscript } from './parse-transcript.plan.js';
import { asSent } from './segment-shift.plan.js';
import { toLanguageTag, transcriptsMax, wrongLanguage } from './transcript-form.plan.js';
import { contentOf, loadTranscript, saveTranscript } from './transcript-rows.js';
import { Transcript, type TranscriptContent } from './transcript.entity.js';
import type { SpeakerChoices } from './transcript.plan.js';
import type { TranscriptExtension } from './transcript.view.js';

/** Which text of which working copy, and the version that the change is based on. */
export interface TranscriptAt {
  showId: string;
  episodeId: string;
  lang: string;
  version: number;
}

export interface TranscriptForm {
  text: string;
  /** Found by what it says when it is not given. */
  format?: TranscriptExtension;
  /** What its times are of: the finished sound (as usual), or the recording as it was sent. */
  timesOf?: 'sound' | 'recording';
}

/** Texts of what is said, in the working copy. All throw Conflict for a stale version, NotFound outside the show. */
export class TranscriptsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Reads a text and keeps it in place of the one there is. Gives what was left out of it. @throws Invalid with lines. */
  async replace(actor: Actor, at: TranscriptAt, form: TranscriptForm): Promise<Omit<ParsedTranscript, 'segments'>> {
    requireEditEpisode(actor, at.showId);
    await loadEpisode(this.db, at.showId, at.episodeId);
    const lang = toLanguageTag(at.lang);
    if (!lang) throw new Invalid([wrongLanguage]);
    const copy = await loadWorking(this.db, at.episodeId);
    if (copy.transcripts.length >= transcriptsMax && !copy.transcripts.some((each) => each.lang === lang)) {
      throw new Invalid([
        { path: 'lang', message: 'error.field.transcript.languages', params: { max: transcriptsMax } },
      ]);
    }
    const { segments, ...parsed } = parseTranscript(form.text, { ...form, known: await this.names(copy) });
    if (parsed.refusals.length) throw new Invalid(parsed.refusals);
    await this.change(actor, { ...at, lang }, async (manager, working) => {
      const basis = parsed.isTimed ? await basisOf(manager, working, form.timesOf) : null;
      return { segments, isTimed: parsed.isTimed, basis };
    });
    return parsed;
  }

  /** Takes the text away; `undo` brings it back. @throws NotFound when there is none. */
  async remove(actor: Actor, at: TranscriptAt): Promise<void> {
    await this.change(actor, at, async (_manager, _copy, current) => {
      if (!current) throw new NotFound('This transcript');
      return null;
    });
  }

  /** Changes places with what the last save replaced or removed; a second time it is as before. @throws NotFound */
  async undo(actor: Actor, at: TranscriptAt): Promise<void> {
    await this.change(actor, at, async (manager, copy) => {
      const row = await loadTranscript(manager, copy.id, at.lang);
      if (!row) throw new NotFound('This transcript');
      return row.former;
    });
  }

  /** Says who speakers are; those that are not named stay as they are. @throws Invalid for somebody who does not appear. */
  async chooseSpeakers(actor: Actor, at: TranscriptAt, choices: SpeakerChoices): Promise<void> {
    requireEditEpisode(actor, at.showId);
    await loadEpisode(this.db, at.showId, at.episodeId);
    await this.db.transaction((manager) =>
      saveGroup(manager, {
        ...this.group(actor, at),
        yours: choices,
        write: async (copy) => {
          const row = await loadTranscript(manager, copy.id, at.lang);
          if (!row?.segments) throw new NotFound('This transcript');
          const problems = findChoiceProblems(choices, row.segments, copy);
          if (problems.length) throw new Invalid(problems);
          const speakers = { ...row.speakers, ...choices };
          await manager.update(Transcript, { copyId: copy.id, lang: at.lang }, { speakers });
        },
      }),
    );
  }

  private async change(
    actor: Actor,
    at: TranscriptAt,
    next: (
      manager: EntityManager,
      copy: EpisodeCopy,
      current: TranscriptContent | null,
    ) => Promise<TranscriptContent | null>,
  ): Promise<void> {
    requireEditEpisode(actor, at.showId);
    await loadEpisode(this.db, at.showId, at.episodeId);
    await this.db.transaction((manager) =>
      saveGroup(manager, {
        ...this.group(actor, at),
        yours: { lang: at.lang },
        write: async (copy) => {
          const row = await loadTranscript(manager, copy.id, at.lang);
          const former = contentOf(row);
          const content = await next(manager, copy, former);
          const kept = { former, speakers: row?.speakers ?? {} };
          await saveTranscript(manager, { copyId: copy.id, lang: at.lang, savedAt: this.clock.now() }, content, kept);
        },
      }),
    );
  }

  private group(actor: Actor, { showId, episodeId, version }: TranscriptAt) {
    const group = 'transcripts' as const;
    return { actor, showId, episodeId, version, group, confirms: [], read: toTranscripts };
  }

  private async names(copy: EpisodeCopy): Promise<string[]> {
    const people = await appearingIn(this.db, copy);
    return people.flatMap(({ name }) => [name, name.split(' ')[0]!]);
  }
}

/** The sound whose times a text has; null before there is one: then they are of the recording. */
async function basisOf(
  manager: EntityManager,
  { revisionId }: EpisodeCopy,
  timesOf: TranscriptForm['timesOf'],
): Promise<SoundTime | null> {
  const time = revisionId ? (await readSounds(manager, [revisionId])).get(revisionId)?.time : undefined;
  if (!time) return null;
  return timesOf === 'recording' ? asSent(time) : time;
}

function findChoiceProblems(
  choices: SpeakerChoices,
  segments: readonly { speaker: string }[],
  copy: EpisodeCopy,
): FieldProblem[] {
  const speakers = new Set(segments.map(({ speaker }) => speaker).filter(Boolean));
  const people = new Set(copy.appearances.map(({ personId }) => personId));
  return Object.entries(choices).flatMap(([speaker, personId]) => {
    const path = `speakers.${speaker}`;
    if (!speakers.has(speaker)) return [{ path, message: 'error.field.transcript.noSuchSpeaker' }];
    if (personId !== null && !people.has(personId)) return [{ path, message: 'error.field.transcript.notAppearing' }];
    return [];
  });
}
