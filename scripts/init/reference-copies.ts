import type { Table } from "../../src/core/contract.ts";
import type { ExportFile } from "./find-exports.ts";
import { plainHeader } from "./plain-header.ts";
import type { SheetProfile } from "./sheet-profile.ts";

/** A file that is a hand-kept table already: it has the columns of the contract, by their own names. */
export interface ReferenceCopy {
  file: ExportFile;
  table: Table;
}

/** The hand-kept table that a CSV file is; null for any other file. */
export function referenceOf({ file, layout }: SheetProfile, tables: readonly Table[]): ReferenceCopy | null {
  if (layout.format !== "csv") return null;
  const names = new Set(layout.header.names.map(plainHeader));
  const own = tables.filter(({ isReference, yearly }) => isReference && yearly === null);
  const table = own.find(({ columns }) => {
    const required = Object.keys(columns).filter((name) => columns[name]?.required);
    const known = Object.keys(columns).map(plainHeader);
    return required.every((name) => names.has(plainHeader(name))) && [...names].every((name) => name === "" || known.includes(name));
  });
  return table ? { file, table } : null;
}
