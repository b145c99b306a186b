/// <reference lib="dom" />

/** What this browser keeps under a name; null: nothing. Undefined where nothing may be stored. */
export function kept(name: string): string | null | undefined {
  try {
    return localStorage.getItem(name);
  } catch {
    return undefined;
  }
}

/** Keeps it, on this device only; null forgets it. Nothing is remembered where nothing may be stored. */
export function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // What is not kept is asked for again, or found anew.
  }
}
