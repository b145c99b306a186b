import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { licenceIds, tagTable } from '#libs/catalog';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { type FeedTagsAnswer, feedTagsAnswer } from './feed-settings.answer.js';

/** The tags that a feed may have: what each may hold, for an editor or a client that writes records of them. */
@ApiTags('feed')
@Controller('/api/v1/feed-tags')
export class FeedTagController {
  @Needs('read')
  @Get()
  @Answer(feedTagsAnswer)
  list(): FeedTagsAnswer {
    return structuredClone({ tags: tagTable, licences: licenceIds }) as unknown as FeedTagsAnswer;
  }
}
