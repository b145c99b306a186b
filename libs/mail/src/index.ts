export { createMailer } from './create-mailer.js';
export type { Letter, LetterFooter, LetterLine, LetterLink, WrittenLetter } from './letter/letter.js';
export { writeLetter } from './letter/write-letter.js';
export { type KeptMail, type Mail, type Mailer, type MailFile, type MailHeader, unsubscribeHeaders } from './mail.js';
export { isMailAddress } from './message.js';
