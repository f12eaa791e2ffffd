import { type Table as ArrowTable, tableFromColumns } from "@uwdata/flechette";
import type { Table } from "../../src/core/contract.ts";
import type { Entry } from "../read/entry.ts";
import { type ColumnBuilder, columnBuilder } from "./column-builder.ts";
import { type ReadValue, Refusal, type Staged } from "./read-value.ts";
import type { KeyValues } from "./references.ts";

/** Why a record was not taken; `column` is null when no single one is to blame. */
export interface Refused {
  column: string | null;
  found: string;
  expected: string;
}

interface Broken {
  columns: readonly string[];
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
  /** The row as rules see it, one object for all rows. */
  readonly #named: Record<string, Staged | null> = {};
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

  /** The keys of the accepted records; null when a key is not a single column. */
  get key(): KeyValues | null {
    const [column, ...others] = this.#table.key;
    return column === undefined || others.length > 0 ? null : { column, values: this.#keys };
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
    const refused = this.#brokenRule() ?? this.#repeatedKey();
    if (refused) {
      const { columns, expected } = refused;
      return { column: columns.join(", "), found: this.#written(columns, fields, readers), expected };
    }
    for (let index = 0; index < this.#builders.length; index += 1) this.#builder(index).add(this.#row[index] ?? null);
    return null;
  }

  #brokenRule(): Broken | null {
    if (this.#table.rules.length === 0) return null;
    for (let index = 0; index < this.#names.length; index += 1) this.#named[this.#name(index)] = this.#row[index] ?? null;
    const rule = this.#table.rules.find(({ holds }) => !holds(this.#named));
    return rule ? { columns: [rule.column], expected: rule.expected } : null;
  }

  #repeatedKey(): Broken | null {
    if (this.#keyPlaces.length === 0) return null;
    const before = this.#keys.size;
    this.#keys.add(this.#key());
    return this.#keys.size > before ? null : { columns: this.#table.key, expected: "a key that no record before has" };
  }

  #key(): Staged {
    const [first = 0, ...others] = this.#keyPlaces;
    return others.length === 0 ? (this.#row[first] ?? "") : this.#keyPlaces.map((place) => this.#row[place]).join("\0");
  }

  /** What the record says in some columns. */
  #written(columns: readonly string[], fields: Entry["fields"], readers: readonly FieldReader[]): string {
    const texts = columns.map((column) => fields[readers[this.#names.indexOf(column)]?.place ?? -1] ?? "nothing");
    return texts.join(", ");
  }

  #name = (index: number): string => this.#names[index] as string;

  #builder = (index: number): ColumnBuilder => this.#builders[index] as ColumnBuilder;
}
