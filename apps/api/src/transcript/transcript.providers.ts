import { ChapterFilesController } from './chapter-files.controller.js';
import { TranscriptController } from './transcript.controller.js';

export const transcriptControllers = [TranscriptController, ChapterFilesController];
