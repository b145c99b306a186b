import type { FactoryProvider, Provider } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { GuestKitsService, GuestLettersService } from '#libs/sharing';
import type { DataSource } from 'typeorm';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { KitAnswers } from './kit-answers.js';
import { KitController } from './kit.controller.js';

export const kitControllers = [KitController];

const services: FactoryProvider[] = [
  {
    provide: GuestKitsService,
    useFactory: (dataSource: DataSource, { clock }: ApiDeps) => new GuestKitsService(dataSource, clock),
    inject: [getDataSourceToken('api'), API_DEPS],
  },
  {
    provide: GuestLettersService,
    useFactory: (dataSource: DataSource, { clock }: ApiDeps) => new GuestLettersService(dataSource, clock),
    inject: [getDataSourceToken('api'), API_DEPS],
  },
];

export const kitProviders: Provider[] = [...services, KitAnswers];
