import { MailController } from './mail.controller.js';

export const mailControllers = [MailController];
