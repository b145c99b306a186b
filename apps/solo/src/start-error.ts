/** A start that cannot go on; the message is for the person at the console: what happened and what to do. */
export class StartError extends Error {}
