import { CategoryController } from './category.controller.js';
import { ShowController } from './show.controller.js';

export const showControllers = [CategoryController, ShowController];
