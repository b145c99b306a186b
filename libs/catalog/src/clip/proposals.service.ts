import { type Actor, type Clock, newId } from '#libs/kernel';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { requireEditEpisode } from '../episode/episode.policy.js';
import { Quote } from '../quote/quote.entity.js';
import { joinTexts } from '../quote/quote-form.plan.js';
import { toSoundNotes } from '../sound/sound-note.plan.js';
import { Clip } from './clip.entity.js';
import { whoIsNamed } from './clip.state.js';
import type { Range } from './move-range.plan.js';
import { type Proposal, proposeClips, proposeQuotes } from './proposals.plan.js';
import { toTitle } from './title.plan.js';
import { lockWorkspace, readWords, type Workspace } from './workspace.js';

/** Looks for what is worth sharing in what is said, and leaves the choice to people. */
export class ProposalsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Replaces the proposals that nobody has taken by new ones; what was picked or put away stays and is not proposed
   * again. Without a timed transcript in the spoken language, or without a sound, there are none. Gives how many.
   */
  async propose(actor: Actor, showId: string, episodeId: string): Promise<{ clips: number; quotes: number }> {
    requireEditEpisode(actor, showId);
    return this.db.transaction(async (manager) => {
      const space = await lockWorkspace(manager, showId, episodeId);
      for (const entity of [Clip, Quote])
        await manager.delete(entity, { episodeId, state: 'proposed', droppedAt: IsNull() });
      const words = await readWords(manager, space.copy);
      if (!words || !space.sound) return { clips: 0, quotes: 0 };
      const input = {
        sentences: words.sentences,
        language: space.copy.language,
        badSound: toSoundNotes(space.sound.findings, space.sound.time.timeline),
        hostIds: space.copy.appearances.filter(({ role }) => role === 'host').map(({ personId }) => personId),
      };
      const clips = await this.keepClips(manager, space, proposeClips(input));
      return { clips, quotes: await this.keepQuotes(manager, space, proposeQuotes(input)) };
    });
  }

  private async keepClips(manager: EntityManager, space: Workspace, proposals: readonly Proposal[]): Promise<number> {
    const known = await manager.findBy(Clip, { episodeId: space.episode.id });
    const fresh = proposals.filter((each) => !known.some((clip) => isSame(clip, each)));
    const lang = space.copy.language.split('-')[0]!;
    for (const proposal of fresh) {
      const { personId, text } = proposal;
      const texts = [{ lang, title: toTitle(text) }];
      const row = {
        ...this.toRow(space, proposal),
        texts,
        personIds: whoIsNamed(personId ? [personId] : [], space.copy.appearances),
      };
      await manager.insert(Clip, row as object);
    }
    return fresh.length;
  }

  private async keepQuotes(manager: EntityManager, space: Workspace, proposals: readonly Proposal[]): Promise<number> {
    const known = await manager.findBy(Quote, { episodeId: space.episode.id });
    const guests = space.copy.appearances.filter(({ role }) => role !== 'host');
    const only = guests.length === 1 ? guests[0]!.personId : null;
    const fresh = proposals.filter((each) => (each.personId ?? only) && !known.some((quote) => isSame(quote, each)));
    const lang = space.copy.language.split('-')[0]!;
    for (const proposal of fresh) {
      const { text } = proposal;
      const texts = joinTexts([], [{ lang, text }], space.copy.language);
      const personId = proposal.personId ?? only;
      await manager.insert(Quote, { ...this.toRow(space, proposal), original: text, personId, texts } as object);
    }
    return fresh.length;
  }

  private toRow({ episode, copy, sound }: Workspace, { startMs, endMs, score, reasons }: Proposal) {
    const id = newId(this.clock.now().getTime());
    const basis = sound?.time ?? null;
    const range = { startMs: Math.round(startMs), endMs: Math.round(endMs) };
    const { language } = copy;
    return {
      id,
      episodeId: episode.id,
      ...range,
      language,
      basis,
      score,
      reason: reasons.join(' '),
      state: 'proposed',
    };
  }
}

/** Most of one is in the other. */
function isSame(a: Range, b: Range): boolean {
  const both = Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs);
  return both > 0.6 * Math.min(a.endMs - a.startMs, b.endMs - b.startMs);
}
