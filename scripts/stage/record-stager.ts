import type { Staged } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import type { Outcome } from "../../src/core/outcomes.ts";
import type { Reason } from "../../src/core/reason.ts";
import type { Rule } from "../../src/core/rules.ts";
import type { Entry } from "../read/entry.ts";
import type { Exchange } from "./exchange.ts";
import { type ReadValue, Refusal } from "./read-value.ts";
import type { Clash, RecordKeys } from "./record-keys.ts";
import type { StagedRows } from "./staged-rows.ts";
import { lostIn } from "./unfound.ts";

/** Why a record was not taken; `column` is null when no single one is to blame. */
export interface Refused {
  column: string | null;
  found: string;
  reason: Reason;
  /** Further faults of the same record. */
  also?: readonly Refused[];
}

/** Where a column of the contract stands in a file, and how its values are read; null when the file lacks it. */
export type FieldReader = { place: number; header: string; read: ReadValue } | null;

/** A value of a row that is treated as missing: a rule about it did not hold, or a lookup did not find it. */
export interface Drop {
  row: number;
  column: string;
  reason: Reason;
}

/** A refused record of a file, and the row that counts of its key. */
export interface Outlived {
  file: number;
  row: number;
}

/** A rule, where its columns stand in the contract, and what the row has there; one list for all rows. */
interface PlacedRule {
  rule: Rule;
  places: readonly number[];
  values: (Staged | null)[];
}

/** Takes the records of a table one by one, over all its files. */
export class RecordStager {
  readonly drops: Drop[] = [];
  /** Refused records whose key another record has. */
  readonly outlived: Outlived[] = [];
  readonly #table: Table;
  readonly #names: readonly string[];
  /** What each column holds where a file lacks it. */
  readonly #absent: readonly (Staged | null)[];
  readonly #rows: StagedRows;
  readonly #keys: RecordKeys;
  readonly #row: (Staged | null)[] = [];
  readonly #rules: readonly PlacedRule[];
  /** Values that were dropped from the row. */
  readonly #dropped: Omit<Drop, "row">[] = [];

  readonly #exchange: Exchange | null;

  constructor(table: Table, rows: StagedRows, keys: RecordKeys, exchange: Exchange | null = null) {
    this.#exchange = exchange;
    this.#table = table;
    this.#names = Object.keys(table.columns);
    this.#absent = Object.values(table.columns).map((column) => column.default ?? null);
    this.#rules = table.rules.map((rule) => ({ rule, places: rule.columns.map((column) => this.#names.indexOf(column)), values: [] }));
    this.#rows = rows;
    this.#keys = keys;
  }

  /** Takes a record of file number `file`. `readers` are in the order of the contract. */
  stage(entry: Entry, file: number, readers: readonly FieldReader[]): Exclude<Outcome, "rejected"> | Refused {
    if (entry.aside) return entry.aside === "row" ? "set_aside" : this.#setAside(entry, file, readers);
    const result = this.#judge(entry, file, readers);
    if (typeof result === "string" || entry.fault) return result;
    const row = this.#keys.counting(this.#keyColumns(entry.fields, readers));
    if (row !== undefined && !this.#keys.keepsFirst) this.outlived.push({ file, row });
    return result;
  }

  /** A record that does not count takes the place of an older one of its key all the same. */
  #setAside({ fields, line }: Entry, file: number, readers: readonly FieldReader[]): Exclude<Outcome, "rejected"> {
    const row = this.#ordering(fields, readers);
    if (!this.#keys.isWhole(row)) return "set_aside";
    const judged = this.#keys.judge(row, file);
    if (judged === "replaced") return judged;
    if (judged === "accepted") this.#keys.add(row, this.#rows.addAside(row, line));
    return "set_aside";
  }

  #judge(entry: Entry, file: number, readers: readonly FieldReader[]): Exclude<Outcome, "rejected"> | Refused {
    const { fields, fault, line } = entry;
    if (fault) return { column: null, ...fault };
    const unread = this.#read(entry, readers);
    if (unread) return unread;
    const broken = this.#brokenRule();
    if (broken) {
      const [column] = broken.columns;
      return { column, found: this.#written([column], fields, readers), reason: broken.reason };
    }
    const refused = this.#exchange?.(this.#row);
    if (refused) return refused;
    const judged = this.#keys.judge(this.#row, file);
    if (judged === "accepted") this.#accept(line);
    return typeof judged === "string" ? judged : this.#refusedFor(judged, this.#written(this.#table.key, fields, readers));
  }

  /** Reads the values of a record into the row; gives the first that cannot be read, with all others. */
  #read(entry: Entry, readers: readonly FieldReader[]): Refused | null {
    this.#dropped.length = 0;
    const refused: Refused[] = [];
    for (let index = 0; index < readers.length; index += 1) {
      const reader = readers[index];
      const value = reader ? reader.read(entry.fields[reader.place] ?? null) : (this.#absent[index] ?? null);
      const lost = reader && entry.unfound ? lostIn(entry.unfound, reader.header) : undefined;
      if (value instanceof Refusal) {
        const { found, reason } = lost && value.reason.code === "value" ? lost : value;
        refused.push({ column: this.#name(index), found, reason });
        continue;
      }
      if (lost && value === this.#absent[index]) this.#dropped.push({ column: this.#name(index), reason: lost.reason });
      this.#row[index] = value;
    }
    const [first, ...also] = refused;
    return first ? { ...first, also } : null;
  }

  /** A row of nothing but what says which record of a key counts. */
  #ordering = (fields: Entry["fields"], readers: readonly FieldReader[]) => this.#readOnly(this.#keys.columns, fields, readers);

  /** A row of nothing but the key of a record, as far as it can be read. */
  #keyColumns = (fields: Entry["fields"], readers: readonly FieldReader[]) => this.#readOnly(this.#table.key, fields, readers);

  /** A row of nothing but some columns, as far as they can be read. */
  #readOnly(columns: readonly string[], fields: Entry["fields"], readers: readonly FieldReader[]): (Staged | null)[] {
    return this.#names.map((name, index) => {
      if (!columns.includes(name)) return null;
      const reader = readers[index];
      const value = reader ? reader.read(fields[reader.place] ?? null) : (this.#absent[index] ?? null);
      return value instanceof Refusal ? null : value;
    });
  }

  #accept(line: number): void {
    const row = this.#rows.add(this.#row, line);
    this.#keys.add(this.#row, row);
    for (const drop of this.#dropped) this.drops.push({ row, ...drop });
  }

  /** The first rule that does not hold and drops nothing instead. */
  #brokenRule(): Rule | undefined {
    const row = this.#row;
    for (const { rule, places, values } of this.#rules) {
      for (let index = 0; index < places.length; index += 1) values[index] = row[places[index] as number] ?? null;
      if (rule.holds(values)) continue;
      if (!rule.drops) return rule;
      this.#dropped.push({ column: rule.columns[0], reason: rule.reason });
      row[places[0] as number] = null;
    }
    return undefined;
  }

  #refusedFor({ earlier, reason }: Clash, key: string): Refused {
    const { file, line } = this.#rows.originOf(earlier);
    return { column: this.#table.key.join(", "), found: `${key} (with other values than in ${file}:${line})`, reason };
  }

  /** What the record says in some columns. */
  #written(columns: readonly string[], fields: Entry["fields"], readers: readonly FieldReader[]): string {
    const texts = columns.map((column) => fields[readers[this.#names.indexOf(column)]?.place ?? -1] ?? "nothing");
    return texts.join(", ");
  }

  #name = (index: number): string => this.#names[index] as string;
}
