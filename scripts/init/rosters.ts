import type { Column } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import { keptFile } from "../read/table-file.ts";
import { readTable, type TextTable } from "../sources/read-table.ts";
import { type Member, Roster, type RosterKey, rosterKeyOf } from "./roster.ts";

/** The hand-kept tables of a data folder, by id of the table, as far as they are there. */
export type ReferenceFiles = ReadonlyMap<string, TextTable>;

/** Reads the reference tables of a data folder that others refer to. Throws a DataError when one cannot be read. */
export async function readReferenceFiles(dataDir: string, tables: readonly Table[]): Promise<ReferenceFiles> {
  const found = new Map<string, TextTable>();
  for (const table of tables.filter(({ isReference, yearly }) => isReference && yearly === null)) {
    const file = keptFile(dataDir, table);
    if (file === null) continue;
    found.set(table.id, await readTable(dataDir, { file, encoding: "auto", delimiter: "auto", fill_merged: false }));
  }
  return found;
}

/** The rosters of all columns that refer to hand-kept tables; columns that mean the same have one. */
export class Rosters {
  readonly #tables: readonly Table[];
  readonly #files: ReferenceFiles;
  readonly #rosters = new Map<string, Roster>();

  constructor(tables: readonly Table[], files: ReferenceFiles) {
    this.#tables = tables;
    this.#files = files;
  }

  /** Null for a column that refers to no hand-kept table. */
  of(column: Column): Roster | null {
    const key = rosterKeyOf(column, this.#tables);
    if (key === null) return null;
    const id = JSON.stringify(key);
    const roster = this.#rosters.get(id) ?? new Roster(key, membersOf(key, this.#files.get(key.table)));
    this.#rosters.set(id, roster);
    return roster;
  }

  get all(): Roster[] {
    return [...this.#rosters.values()];
  }
}

function membersOf({ column, dimension }: RosterKey, file: TextTable | undefined): Member[] {
  const at = (name: string) => file?.header.indexOf(name) ?? -1;
  const rows =
    file?.entries.map(
      ({ fields }) =>
        (name: string) =>
          fields[at(name)]?.trim() ?? "",
    ) ?? [];
  return rows
    .filter((cell) => dimension === null || cell(dimension.column) === dimension.is)
    .map((cell) => ({ id: cell(column), zh: cell("zh"), en: cell("en") }))
    .filter(({ id }) => id !== "");
}
