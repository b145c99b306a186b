import { EpisodeFilesController } from './episode-files.controller.js';
import { EpisodeEditController } from './episode-edit.controller.js';
import { EpisodePublishController } from './episode-publish.controller.js';
import { EpisodeController } from './episode.controller.js';

export const episodeControllers = [
  EpisodeController,
  EpisodeEditController,
  EpisodePublishController,
  EpisodeFilesController,
];
