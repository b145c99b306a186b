import type { FactoryProvider, Provider } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ClipFiles } from '#libs/sharing';
import { QuoteController } from '../quote/quote.controller.js';
import { ClipController } from './clip.controller.js';
import { HighlightsAnswers } from './highlights-answers.js';
import { HighlightsController } from './highlights.controller.js';

export const clipControllers = [HighlightsController, ClipController, QuoteController];

const files: FactoryProvider = {
  provide: ClipFiles,
  useFactory: (dataSource: DataSource) => new ClipFiles(dataSource),
  inject: [getDataSourceToken('api')],
};

export const clipProviders: Provider[] = [files, HighlightsAnswers];
