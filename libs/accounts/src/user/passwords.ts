import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the package's default) as OWASP's password storage sheet has it: 19 MiB, two passes, one lane (about 30 ms). */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A stand-in that no password matches, so that an unknown address costs as much time as a known one (`abuse:A35`). */
const nobody = hash('nobody has this password', options);

/** The stored form of a password (PHC string). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), options);
}

/** Whether the password fits. Always computes, also for `undefined` (no such user), and is then false. */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await nobody), password.normalize('NFC'));
  return fits && passwordHash !== undefined;
}
