import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { renderNotes } from '#libs/catalog';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';

const previewForm = z.strictObject({ markdown: z.string().max(100_000) });
const previewAnswer = z.object({ html: z.string() });

/** Show notes as their readers will see them. */
@ApiTags('note')
@Controller('/api/v1/notes')
export class NoteController {
  @Needs('read')
  @Post('preview')
  @Answer(previewAnswer)
  preview(@Body({ schema: previewForm }) { markdown }: z.infer<typeof previewForm>): z.infer<typeof previewAnswer> {
    return { html: renderNotes(markdown) };
  }
}
