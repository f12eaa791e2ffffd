import type { Table } from "../../src/core/contract.ts";
import { codesIn } from "./currency.ts";
import type { ExportFile } from "./find-exports.ts";
import type { Knowledge } from "./knowledge.ts";
import { plainHeader } from "./plain-header.ts";
import { evaluate, type FoundColumn } from "./recognise.ts";
import type { SheetProfile } from "./sheet-profile.ts";

/** A file that is a hand-kept table. */
export interface ReferenceCopy {
  file: ExportFile;
  table: Table;
  sheet: SheetProfile;
  /** Column of the table → header of the file; null where the file has the columns of the contract by their own names. */
  columns: ReadonlyMap<string, string> | null;
  /** Column → value of the file → what the contract calls it. */
  values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const handKept = ({ tables }: Pick<Knowledge, "tables">) => tables.filter(({ isReference, yearly }) => isReference && yearly === null);

/** The hand-kept table that a CSV file is by its own header; null for any other file. */
export function referenceOf(sheet: SheetProfile, knowledge: Knowledge): ReferenceCopy | null {
  const { file, layout } = sheet;
  if (layout.format !== "csv") return null;
  const names = new Set(layout.header.names.map(plainHeader));
  const table = handKept(knowledge).find(({ columns }) => {
    const required = Object.keys(columns).filter((name) => columns[name]?.required);
    const known = Object.keys(columns).map(plainHeader);
    return required.every((name) => names.has(plainHeader(name))) && [...names].every((name) => name === "" || known.includes(name));
  });
  return table ? { file, table, sheet, columns: null, values: {} } : null;
}

/** Score from which a sheet is taken for a hand-kept table. */
const LEAST = 0.6;

/** The hand-kept table that a sheet is by what its headers mean, such as one of exchange rates; null where it is none. */
export function referenceMeantBy(sheet: SheetProfile, knowledge: Knowledge): ReferenceCopy | null {
  const known = handKept(knowledge).filter(({ id }) => Object.hasOwn(knowledge.synonyms.tables, id));
  const [best] = known
    .map((table) => evaluate(sheet, table, knowledge))
    .filter(({ missing, score }) => missing.length === 0 && score >= LEAST);
  if (!best) return null;
  const { table, columns } = best;
  const held = Object.keys(table.columns).flatMap((name) => (columns.get(name) ? [[name, columns.get(name) as FoundColumn] as const] : []));
  const currencies = new Set(knowledge.tables.flatMap(({ money }) => money?.currency ?? []));
  const values = held.filter(([name]) => currencies.has(name)).map(([name, { profile }]) => [name, codesIn(profile)]);
  return {
    file: sheet.file,
    table,
    sheet,
    columns: new Map(held.map(([name, { header }]) => [name, header])),
    values: Object.fromEntries(values),
  };
}
