import type { Column } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import { nearest } from "../../src/core/errors.ts";
import { membersByName } from "../stage/members-by-name.ts";
import type { Known } from "./known-export.ts";
import { plainHeader } from "./plain-header.ts";
import type { Words } from "./words.ts";

/** A column of a table that has fixed values. */
export interface ChoiceColumn {
  table: Table;
  name: string;
  column: Column;
}

/** What is known of the values of an export. */
export interface Told {
  words: Words;
  known: Known | null;
}

/** The value of the contract that a value of an export says, "" where it says none; null where nothing says so. */
export function saidOf(value: string, { table, name, column }: ChoiceColumn, { words, known }: Told): string | null {
  const plain = plainHeader(value);
  const isSo = (word: string) => plainHeader(word) === plain;
  const written = Object.entries(known?.export.values[name] ?? {}).find(([word]) => isSo(word));
  if (written) return written[1];
  const own = Object.entries(column.values ?? {}).find(([id, { zh, en }]) => [id, zh, en].some(isSo));
  if (own) return own[0];
  const usual = Object.entries(words.values[table.id]?.[name] ?? {}).find(([, said]) => said.some(isSo));
  return usual?.[0] ?? null;
}

/** What an export says that no value of the contract is known for. */
export interface Unsaid {
  value: string;
  count: number;
  /** The value of the contract that is most like it. */
  near: string | undefined;
}

/** What the values of a column become, as `sources.yaml` has it, and those that nothing is known of. */
export interface Mapped {
  values: Record<string, string>;
  unsaid: Unsaid[];
}

/** Maps the values of a column with fixed ones; a value that is written as the contract has it, or as it is called there, is left out. */
export function mapValues(found: ReadonlyMap<string, number>, choice: ChoiceColumn, told: Told): Mapped {
  const choices = choice.column.values ?? {};
  const labels = new Map(Object.entries(choices).flatMap(([id, { zh, en }]) => [id, zh, en].map((word) => [word, id] as const)));
  const names = membersByName(Object.entries(choices));
  const mapped: Mapped = { values: {}, unsaid: [] };
  for (const [value, count] of found) {
    const said = saidOf(value, choice, told);
    if (said === null) mapped.unsaid.push({ value, count, near: labels.get(nearest(value, labels.keys()) ?? "") });
    else if (said !== value && said !== names.get(value)) mapped.values[value] = said;
  }
  return mapped;
}
