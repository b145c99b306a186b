import { SeriesController } from './series.controller.js';

export const seriesControllers = [SeriesController];
