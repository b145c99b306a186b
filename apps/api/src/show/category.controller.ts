import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { categories } from '#libs/catalog';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';

const categoriesAnswer = z.array(z.object({ name: z.string(), subcategories: z.array(z.string()) }));

/** Apple's list, from which a show chooses. */
@ApiTags('show')
@Controller('/api/v1/categories')
export class CategoryController {
  @Needs('read')
  @Get()
  @Answer(categoriesAnswer)
  list(): z.infer<typeof categoriesAnswer> {
    return categories.map(({ name, subcategories }) => ({ name, subcategories: [...subcategories] }));
  }
}
