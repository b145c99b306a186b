import { Inject, Injectable } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { HighlightsDeskQuery, readClipCaptions } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { ClipFiles } from '#libs/sharing';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { type HighlightsAnswer, toHighlightsAnswer } from './highlights.answer.js';

/** Less than that, and no films are made. */
const leastFreeBytes = 300 * 1024 ** 2;

/** What every route about clips and quotes answers with: all of them as they are now. */
@Injectable()
export class HighlightsAnswers {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    @Inject(getDataSourceToken('api')) private readonly db: DataSource,
    @Inject(HighlightsDeskQuery) private readonly desk: HighlightsDeskQuery,
    @Inject(ClipFiles) private readonly files: ClipFiles,
  ) {}

  async of(actor: Actor, showId: string, episodeId: string): Promise<HighlightsAnswer> {
    const desk = await this.desk.get(actor, showId, episodeId);
    const free = await this.deps.storage.freeBytes();
    return toHighlightsAnswer(desk, {
      captions: await readClipCaptions(this.db, episodeId, 'working'),
      files: await this.files.ofEpisode(episodeId),
      fileUrl: ({ id, version }) => `/api/v1/shows/${showId}/episodes/${episodeId}/clip-files/${id}?v=${version}`,
      hasRoom: free === undefined || free > leastFreeBytes,
    });
  }
}
