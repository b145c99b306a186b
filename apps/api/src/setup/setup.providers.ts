import { SetupController } from './setup.controller.js';

export const setupControllers = [SetupController];
