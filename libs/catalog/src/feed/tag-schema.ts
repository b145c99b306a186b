/** What a value may be. `url` is https (`feed:P07`), `moment` ISO 8601, `mail-date` RFC 2822. */
export type ValueKind =
  | 'text'
  | 'url'
  | 'email'
  | 'uuid'
  | 'integer'
  | 'number'
  | 'choice'
  | 'boolean'
  | 'moment'
  | 'mail-date'
  | 'mime'
  | 'language'
  | 'ratio'
  | 'host';

/** The grammar of an attribute or a text. `max` counts characters (`feed:P06`). */
export interface ValueSchema {
  kind: ValueKind;
  required: boolean;
  max: number;
  /** Of a `choice`, in lower case. */
  choices: readonly string[];
}

export interface AttributeSchema extends ValueSchema {
  name: string;
}

export interface ChildSchema {
  name: string;
  min: number;
  max: number;
}

/** One tag of the podcast namespace, of iTunes, or of RSS where a live item needs it. */
export interface TagSchema {
  /** With its prefix, `podcast:value`. */
  name: string;
  /** `channel`, `item` or the name of a tag (`feed:P02`). */
  parents: readonly string[];
  /** Those parents under which the product writes it from fields of its own; no record may. */
  written: readonly string[];
  /** At most once in its parent (`feed:P03`). */
  once: boolean;
  /** Null: it has no text. */
  text: ValueSchema | null;
  attributes: readonly AttributeSchema[];
  children: readonly ChildSchema[];
  /** At least one of these children. */
  needs: readonly string[];
  /** At most one of these kinds of children. */
  either: readonly string[];
}

type Value = Partial<Omit<AttributeSchema, 'name'>>;
const value = (schema: Value): ValueSchema => ({ kind: 'text', required: false, max: 128, choices: [], ...schema });

export const may = (name: string, schema: Value = {}): AttributeSchema => ({ name, ...value(schema) });
export const must = (name: string, schema: Value = {}): AttributeSchema => may(name, { ...schema, required: true });
export const url: Value = { kind: 'url', max: 2000 };
export const oneOf = (...choices: string[]): Value => ({ kind: 'choice', choices });

export const text = (schema: Value = {}): ValueSchema => value({ required: true, ...schema });
export const maybeText = (schema: Value = {}): ValueSchema => value(schema);

export const child = (name: string, min = 0, max = 20): ChildSchema => ({ name, min, max });

/** A tag with what it does not say left at nothing. Parents are words in one string. */
export function tag(name: string, parents: string, schema: Partial<TagSchema> = {}): TagSchema {
  const none = { written: [], once: false, text: null, attributes: [], children: [], needs: [], either: [] };
  return { name, parents: parents.split(' '), ...none, ...schema };
}
