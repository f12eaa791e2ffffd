import type { Issue } from "../../src/core/errors.ts";
import { pathText } from "../tools/checked.ts";
import type { Yaml } from "../tools/yaml.ts";

/** Where an entry stands in `sources.yaml`. Plain data, so that a thread can be given it. */
export interface EntryPlace {
  /** `exports.deals`; `exports.deals#2` is the second of several entries of a table. */
  name: string;
  /** The keys that lead to it. */
  path: readonly (string | number)[];
  /** Of the entry itself, from 1; undefined for a hand-kept table, which has none. */
  line: number | undefined;
  /** Of each of its settings. */
  lines: Readonly<Record<string, number>>;
}

/** The place of the entry at a path. */
export function entryPlace(path: EntryPlace["path"], { value, lineOf }: Yaml): EntryPlace {
  const given = path.reduce((found: unknown, key) => (found as Record<string, unknown>)[key], value);
  const lines = Object.keys(given as object).map((key) => [key, lineOf([...path, key])] as const);
  const known = lines.filter((each): each is [string, number] => each[1] !== undefined);
  return { name: pathText(path), path, line: lineOf(path), lines: Object.fromEntries(known) };
}

/** Where a setting of an entry stands, as an issue names it. */
export const placeIn = ({ name, line, lines }: EntryPlace, setting: string): Pick<Issue, "file" | "line" | "column"> => ({
  ...{ file: "sources.yaml", line: lines[setting] ?? line, column: `${name}.${setting}` },
});
