import { EmailChangeController } from './email-change.controller.js';
import { MeController } from './me.controller.js';
import { MyLoginsController } from './my-logins.controller.js';

export const meControllers = [MeController, EmailChangeController, MyLoginsController];
