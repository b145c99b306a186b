import { TokenController } from './token.controller.js';

export const tokenControllers = [TokenController];
