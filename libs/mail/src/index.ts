export { createMailer } from './create-mailer.js';
export type { KeptMail, Mail, Mailer } from './mail.js';
