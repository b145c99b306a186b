import { PersonController } from './person.controller.js';

export const personControllers = [PersonController];
