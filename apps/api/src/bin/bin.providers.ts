import { BinController } from './bin.controller.js';

export const binControllers = [BinController];
