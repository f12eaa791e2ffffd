import { type Table as ArrowTable, tableFromColumns } from "@uwdata/flechette";
import type { Table } from "../../src/core/contract.ts";
import type { Entry } from "../read/entry.ts";
import { type ColumnBuilder, columnBuilder } from "./column-builder.ts";
import { type ReadValue, Refusal, type Staged } from "./read-value.ts";

/** Why a record was not taken; `column` is null when no single one is to blame. */
export interface Refused {
  column: string | null;
  found: string;
  expected: string;
}

/** Where a column of the contract stands in a file, and how its values are read; null when the file lacks it. */
export type FieldReader = { place: number; read: ReadValue } | null;

/** Takes the records of a table one by one, over all its files. */
export class RecordStager {
  readonly #table: Table;
  readonly #names: readonly string[];
  readonly #builders: readonly ColumnBuilder[];
  readonly #keyPlaces: readonly number[];
  readonly #row: (Staged | null)[] = [];
  readonly #keys = new Set<Staged>();

  constructor(table: Table) {
    this.#table = table;
    this.#names = Object.keys(table.columns);
    this.#builders = Object.values(table.columns).map(({ kind }) => columnBuilder(kind));
    this.#keyPlaces = table.key.map((name) => this.#names.indexOf(name));
  }

  /** The accepted records. */
  finish(): ArrowTable {
    return tableFromColumns(this.#names.map((name, index) => [name, this.#builder(index).finish()]));
  }

  /** The row that was accepted last, in the order of the contract. */
  get row(): readonly (Staged | null)[] {
    return this.#row;
  }

  /** Takes a record; of several with one key the first stays. `readers` are in the order of the contract. Null when it was accepted. */
  stage({ fields, fault }: Entry, readers: readonly FieldReader[]): Refused | null {
    if (fault) return { column: null, ...fault };
    for (let index = 0; index < readers.length; index += 1) {
      const reader = readers[index];
      const value = reader ? reader.read(fields[reader.place] ?? null) : null;
      if (value instanceof Refusal) return { column: this.#name(index), found: value.found, expected: value.expected };
      this.#row[index] = value;
    }
    const refused = this.#brokenRule(this.#row) ?? this.#repeatedKey(this.#row);
    if (refused) return refused;
    for (let index = 0; index < this.#builders.length; index += 1) this.#builder(index).add(this.#row[index] ?? null);
    return null;
  }

  #brokenRule(row: readonly (Staged | null)[]): Refused | null {
    if (this.#table.rules.length === 0) return null;
    const named = Object.fromEntries(row.map((value, index) => [this.#name(index), value]));
    const rule = this.#table.rules.find(({ holds }) => !holds(named));
    return rule ? { column: rule.column, found: "another", expected: rule.expected } : null;
  }

  #repeatedKey(row: readonly (Staged | null)[]): Refused | null {
    if (this.#keyPlaces.length === 0) return null;
    const parts = this.#keyPlaces.map((place) => row[place] ?? null);
    const key = parts.length === 1 ? (parts[0] ?? "") : parts.join("\0");
    if (this.#keys.has(key))
      return { column: this.#table.key.join(", "), found: parts.join(", "), expected: "a key that no record before has" };
    this.#keys.add(key);
    return null;
  }

  #name = (index: number): string => this.#names[index] as string;

  #builder = (index: number): ColumnBuilder => this.#builders[index] as ColumnBuilder;
}
