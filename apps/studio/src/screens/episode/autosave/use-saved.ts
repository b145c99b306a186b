import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem, toFieldErrors, Unreachable } from '../../../api/problem';
import { dropKept, readKept, writeKept } from './kept-input';
import { changedKeys, type Fields, isSame, merge } from './merge';
import { registerFlush, reportSave } from './save-states';

export interface SavedOptions<V extends object, A> {
  /** Of what is edited, for what is kept on this device. */
  id: string;
  /** What is reported as saved, in one place for all groups. */
  group: string;
  /** What the server has. */
  answer: A;
  version(answer: A): number;
  read(answer: A): V;
  /** Saves; `changed` names the fields that differ from what the server had. */
  save(version: number, value: V, changed: string[]): Promise<A>;
  load(): Promise<A>;
  /** Puts a fresh answer where screens read it. */
  keep(answer: A): void;
  /** What to take over from the server's answer into what is being edited (ids of new rows). */
  adopt?(value: V, answered: V): V;
  /** Sentences for fields that must not be sent yet. */
  check?(value: V): Record<string, string>;
}

export interface Clash<V> {
  keys: (keyof V & string)[];
  mine: V;
  theirs: V;
  choose(value: V): void;
}

/** A group of fields as it is being edited. */
export interface Saved<V> {
  value: V;
  errors: Record<string, string>;
  clash: Clash<V> | null;
  set(change: Partial<V>): void;
  /** Confirms proposed fields as they are. */
  accept(keys: (keyof V & string)[]): void;
}

const pause = 900;
const retryAfter = 5_000;

/**
 * One group of fields with its own version, saved by itself within two seconds of the last key (`ux` 4.0). A stale
 * save is merged field by field; only a field that both changed is asked about. Unsaved input survives a reload.
 */
export function useSaved<V extends object, A>(options: SavedOptions<V, A>): Saved<V> {
  const { group, id } = options;
  const latest = useRef(options);
  latest.current = options;
  const [kept] = useState(() => readKept<V>(id, group));
  const server = options.read(options.answer);
  const [value, setValue] = useState<V>(kept?.value ?? server);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [clash, setClash] = useState<Clash<V> | null>(null);
  const now = useRef({
    value: kept?.value ?? server,
    base: kept?.base ?? server,
    version: kept?.version ?? options.version(options.answer),
    accepted: new Set<string>(),
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    saving: undefined as Promise<void> | undefined,
    /** Whether anything was saved from here. */
    isSaved: false,
    /** Something else than "saved" was said. */
    reported: false,
  }).current;

  const put = useCallback((next: V) => {
    now.value = next;
    setValue(next);
  }, []);

  const isDirty = () => !isSame(now.value, now.base) || now.accepted.size > 0;

  /** The server has all of it, or it was taken back before it was sent. */
  const settled = () => {
    if (readKept(id, group) === null && !now.reported) return;
    now.reported = false;
    dropKept(id, group);
    reportSave(group, 'saved');
  };

  const attempt = async (): Promise<void> => {
    clearTimeout(now.timer);
    if (!isDirty()) return settled();
    const problems = latest.current.check?.(now.value) ?? {};
    setErrors(problems);
    if (Object.keys(problems).length > 0) return reportSave(group, 'problem');
    const [sent, accepted] = [now.value, [...now.accepted]];
    const changed = [...new Set([...changedKeys(now.base as Fields, sent as Fields), ...accepted])];
    now.reported = true;
    reportSave(group, 'saving');
    try {
      const answer = await latest.current.save(now.version, sent, changed);
      accepted.forEach((key) => now.accepted.delete(key));
      now.version = latest.current.version(answer);
      now.isSaved = true;
      const answered = latest.current.read(answer);
      now.base = latest.current.adopt ? latest.current.adopt(sent, answered) : sent;
      if (isSame(now.value, sent)) put(now.base);
      else if (latest.current.adopt) put(latest.current.adopt(now.value, answered));
      latest.current.keep(answer);
      if (isDirty()) return schedule(0);
      settled();
    } catch (error) {
      await onFailure(error);
    }
  };

  const run = (): Promise<void> => {
    now.saving = (now.saving ?? Promise.resolve()).then(attempt);
    return now.saving;
  };

  const schedule = (ms: number) => {
    clearTimeout(now.timer);
    now.timer = setTimeout(() => void run(), ms);
  };

  const onFailure = async (error: unknown) => {
    const mayPass = error instanceof Unreachable || (error instanceof Problem && error.status >= 500);
    if (mayPass) {
      reportSave(group, 'offline');
      return schedule(retryAfter);
    }
    if (error instanceof Problem && error.code === 'STALE_VERSION') return settle();
    const fields = toFieldErrors(error);
    setErrors(Object.keys(fields).length ? fields : { '': error instanceof Error ? error.message : '' });
    reportSave(group, 'problem');
  };

  /** Somebody else saved first: what only one side changed is merged, the rest is asked. */
  const settle = async () => {
    const fresh = await latest.current.load().catch(() => null);
    if (!fresh) return schedule(retryAfter);
    const theirs = latest.current.read(fresh);
    const mine = now.value;
    const { merged, clashes } = merge(now.base, mine, theirs);
    now.version = latest.current.version(fresh);
    now.base = theirs;
    latest.current.keep(fresh);
    const take = (chosen: V) => {
      setClash(null);
      put(chosen);
      if (isDirty()) schedule(0);
      else settled();
    };
    if (clashes.length === 0) return take(merged);
    reportSave(group, 'conflict');
    setClash({ keys: clashes, mine: { ...merged, ...pick(mine, clashes) }, theirs: merged, choose: take });
  };

  const set = useCallback((change: Partial<V>) => {
    put({ ...now.value, ...change });
    now.reported = true;
    reportSave(group, 'saving');
    writeKept(id, group, { version: now.version, base: now.base, value: now.value });
    schedule(pause);
  }, []);
  const accept = useCallback((keys: string[]) => {
    keys.forEach((key) => now.accepted.add(key));
    schedule(0);
  }, []);

  useEffect(() => {
    if (kept) void run();
    const flush = () => run();
    const forget = registerFlush(flush);
    const online = () => isDirty() && void run();
    addEventListener('online', online);
    return () => {
      forget();
      removeEventListener('online', online);
      clearTimeout(now.timer);
      if (isDirty()) void attempt();
    };
  }, []);

  const serverVersion = options.version(options.answer);
  // What is proposed of a file is corrected without a new version, as long as nobody has saved.
  const isCorrected = serverVersion === now.version && !now.isSaved && !isSame(server, now.base);
  useEffect(() => {
    if ((serverVersion <= now.version && !isCorrected) || isDirty()) return;
    now.version = serverVersion;
    now.base = server;
    put(server);
  }, [serverVersion, isCorrected]);

  return { value, errors, clash, set, accept };
}

function pick<V extends object>(value: V, keys: (keyof V & string)[]): Partial<V> {
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as Partial<V>;
}
