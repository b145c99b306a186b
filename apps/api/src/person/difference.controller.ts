import { Controller, Delete, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { PersonDifferencesService } from '#libs/people';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';

/** Two records that look alike and are two people: what is said once is not proposed again. */
@ApiTags('person')
@Controller('/api/v1/persons/:personId/different')
@Needs('write')
export class DifferenceController {
  constructor(private readonly differences: PersonDifferencesService) {}

  @Put(':otherId')
  @ApiOperation({ summary: 'These are two people: they are not proposed as one any more' })
  @Answer(undefined, 204)
  async say(
    @CurrentActor() actor: Actor,
    @Id('personId') personId: string,
    @Id('otherId') otherId: string,
  ): Promise<void> {
    await this.differences.say(actor, personId, otherId);
  }

  @Delete(':otherId')
  @ApiOperation({ summary: 'They may be proposed as one again' })
  @Answer(undefined, 204)
  async takeBack(
    @CurrentActor() actor: Actor,
    @Id('personId') personId: string,
    @Id('otherId') otherId: string,
  ): Promise<void> {
    await this.differences.takeBack(actor, personId, otherId);
  }
}
