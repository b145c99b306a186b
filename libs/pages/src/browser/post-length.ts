/** As servers count it: for browsers its own source is put in this module's place, since it needs nothing else. */
export { postLength } from '#libs/kernel';
