import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "csv-stringify/sync";
import type { Table } from "../../src/core/contract.ts";
import { CSV_BOM } from "../../src/core/csv.ts";
import { detectEncoding } from "../read/detect-encoding.ts";
import { keptFile, tableFile } from "../read/table-file.ts";
import { besideFile, readTable } from "../sources/read-table.ts";
import type { ReferenceCopy } from "./reference-copies.ts";
import type { Member, RosterKey } from "./roster.ts";
import type { ReferenceFiles, Rosters } from "./rosters.ts";
import { besideOf } from "./sheet-profile.ts";

/** Copies hand-kept tables into `reference/`, with the headers of the contract where they have others; one that is there stays. */
export async function copyReferences(dataDir: string, copies: readonly ReferenceCopy[]): Promise<void> {
  for (const { file, table, sheet, columns, values } of copies) {
    const target = join(dataDir, "reference", tableFile(table));
    if (keptFile(dataDir, table) !== null) continue;
    mkdirSync(dirname(target), { recursive: true });
    if (columns === null) copyFileSync(file.path, target);
    else {
      const { header, entries } = await readTable(dataDir, besideFile.parse(besideOf(sheet)));
      const cell = (text: string, name: string) => values[name]?.[text] ?? text;
      const rows = entries.map(({ fields }) =>
        [...columns].map(([name, called]) => cell(fields[header.indexOf(called)]?.trim() ?? "", name)),
      );
      writeFileSync(target, `${CSV_BOM}${stringify([[...columns.keys()], ...rows])}`);
    }
  }
}

/** Rows that are added to a hand-kept table. */
export interface Added {
  table: Table;
  members: Member[];
}

/** Adds the members that exports bring, and that have to be named, to the hand-kept tables, at their ends; makes those that are not there, and leaves workbooks alone. What was added. */
export async function writeMembers(dataDir: string, rosters: Rosters, tables: readonly Table[], files: ReferenceFiles): Promise<Added[]> {
  const named = rosters.all.filter(({ isNamed }) => isNamed);
  const written: Added[] = [];
  for (const table of tables) {
    const own = named.filter(({ key }) => key.table === table.id);
    const members = own.flatMap(({ key, added }) => added.map((member) => ({ key, member })));
    const file = join(dataDir, "reference", tableFile(table));
    const isWorkbook = !existsSync(file) && keptFile(dataDir, table) !== null;
    if (own.length === 0 || isWorkbook || (existsSync(file) && members.length === 0)) continue;
    const header = files.get(table.id)?.header ?? Object.keys(table.columns);
    const rows = members.map(({ key, member }) => header.map((column) => cellOf(column, key, member)));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${CSV_BOM}${existsSync(file) ? await textOf(file) : stringify([header])}${stringify(rows)}`);
    written.push({ table, members: members.map(({ member }) => member) });
  }
  return written;
}

/** A text in whatever encoding it is, without a byte order mark, and with the end of its last line. */
async function textOf(file: string): Promise<string> {
  const text = new TextDecoder(await detectEncoding(file)).decode(readFileSync(file));
  return text.replace(/(?<![\r\n])$/, "\n");
}

function cellOf(column: string, { column: id, dimension }: RosterKey, member: Member): string {
  if (column === id) return member.id;
  if (column === dimension?.column) return dimension.is;
  return column === "zh" || column === "en" ? member[column] : "";
}
