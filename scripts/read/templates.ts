import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Table } from "../../src/core/contract.ts";
import { CSV_BOM, csvLines } from "../../src/core/csv.ts";
import { loadTables } from "../tools/registry.ts";
import { tableFile } from "./table-file.ts";

/** A header of the contract's own names and one example row, in UTF-8 with a byte order mark, so that a spreadsheet opens it rightly. */
export function templateText({ columns }: Table): string {
  return CSV_BOM + csvLines([Object.keys(columns), Object.values(columns).map(({ example }) => example)]);
}

/** Writes a template for every contract into a folder, which is made when it is not there; the names of the files. Throws where a file is there. */
export async function writeTemplates(folder: string): Promise<string[]> {
  const tables = await loadTables();
  await mkdir(folder, { recursive: true });
  await Promise.all(tables.map((table) => writeFile(join(folder, tableFile(table)), templateText(table), { flag: "wx" })));
  return tables.map(tableFile);
}
