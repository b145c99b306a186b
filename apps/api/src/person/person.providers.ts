import { DifferenceController } from './difference.controller.js';
import { ErasureController } from './erasure.controller.js';
import { MergeController } from './merge.controller.js';
import { PeopleController } from './people.controller.js';
import { PersonController } from './person.controller.js';

export const personControllers = [
  PeopleController,
  PersonController,
  MergeController,
  DifferenceController,
  ErasureController,
];
