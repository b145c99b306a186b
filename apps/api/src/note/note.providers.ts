import { NoteController } from './note.controller.js';

export const noteControllers = [NoteController];
