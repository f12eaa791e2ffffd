import { existsSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { extname, isAbsolute, join, resolve } from "node:path";
import { escapePath, glob } from "tinyglobby";
import type { z } from "zod";
import type { Table } from "../../src/core/contract.ts";
import { DataError, type Issue, unknownName } from "../../src/core/errors.ts";
import { csvSettings, firstRowsOfCsv, layoutOfCsv, openCsv } from "./csv.ts";
import type { Reading } from "./entry.ts";
import { type Fingerprint, fingerprintOf, stateOf } from "./fingerprint.ts";
import { type HeaderSettings, headerSettings, plainName, type RawRow } from "./header-row.ts";
import type { Layout } from "./layout.ts";
import { layoutOfParquet, openParquet } from "./parquet.ts";
import { baseOf, isFileOf, isKept, OPEN_MARK, tableFile } from "./table-file.ts";
import { firstRowsOfXlsx, layoutOfXlsx, openXlsx, xlsxSettings } from "./xlsx.ts";

/** Files below a data folder, relative to it, but for those that a spreadsheet makes beside a workbook that it has open. */
const filesAt = (dataDir: string, pattern: string) => glob(pattern, { cwd: dataDir, onlyFiles: true, ignore: `**/${OPEN_MARK}*` });

/** The files of an export, each once, sorted; relative to the data folder, or absolute as its pattern is. Throws when a pattern matches nothing. */
export async function findFiles(dataDir: string, { files }: { files: readonly string[] }, table: string): Promise<string[]> {
  const found = new Map<string, string>();
  for (const pattern of files) {
    const isPath = existsSync(resolve(dataDir, pattern));
    const matches = await filesAt(dataDir, isPath ? escapePath(pattern) : pattern);
    if (matches.length === 0) throw unknownName(`file of ${table}`, pattern, await filesAt(dataDir, "**/*"), dataDir);
    for (const match of matches) {
      const path = resolve(dataDir, match);
      if (!found.has(path)) found.set(path, isAbsolute(pattern) && match.startsWith("..") ? path : match);
    }
  }
  return [...found.values()].sort();
}

/** The files of the reference tables that are there, sorted. Throws when a table of the folder belongs to none, or is there in two forms. */
export async function findReferences(dataDir: string, tables: readonly Table[]): Promise<Map<string, string[]>> {
  const folder = join(dataDir, "reference");
  const present = existsSync(folder) ? (await readdir(folder)).filter(isKept).sort() : [];
  const references = tables.filter(({ isReference }) => isReference);
  const stray = present.find((name) => !references.some((table) => isFileOf(table, name)));
  const choices = references.map((table) => `reference/${tableFile(table)}`);
  if (stray !== undefined) throw unknownName("reference table", `reference/${stray}`, choices, folder);
  const twice = [...Map.groupBy(present, baseOf).values()].find(({ length }) => length > 1);
  if (twice) throw new Error(`${folder}: ${twice.join(" and ")} are one table; keep the one that is right`);
  const found = references.map((table) => [table.id, present.filter((name) => isFileOf(table, name))] as const);
  return new Map(found.filter(([, files]) => files.length > 0).map(([id, files]) => [id, files.map((name) => `reference/${name}`)]));
}

export type Format = Layout["format"];

const FORMATS: Readonly<Record<string, Format>> = {
  ".parquet": "parquet",
  ".pq": "parquet",
  ".xlsx": "xlsx",
  ".xlsm": "xlsx",
  ".xls": "xlsx",
};

/** How the ending of a file says that it is written. */
export const formatOf = (file: string): Format => FORMATS[extname(file).toLowerCase()] ?? "csv";

/** How files of every format are read. */
export const fileSettings = { ...csvSettings, ...xlsxSettings, ...headerSettings };

type FileSettings = z.infer<z.ZodObject<typeof fileSettings>> & HeaderSettings;

/** How a file is written, by its ending and what it holds; null when it has no header. Throws a DataError when it cannot be read at all. */
export function layoutOf(path: string, settings: FileSettings): Promise<Layout | null> {
  const format = formatOf(path);
  if (format === "xlsx") return layoutOfXlsx(path, settings);
  return format === "csv" ? layoutOfCsv(path, settings) : layoutOfParquet(path);
}

/** The line of the first row of a file that has all of some cells, as its header would; undefined where none has. */
export async function rowWith(names: readonly string[], path: string, layout: Layout, settings: FileSettings): Promise<number | undefined> {
  const rows = await firstRowsOf(path, layout, settings);
  return rows.find(({ cells }) => names.every((name) => cells.some((cell) => plainName(cell) === name)))?.line;
}

async function firstRowsOf(path: string, layout: Layout, settings: FileSettings): Promise<readonly RawRow[]> {
  if (layout.format === "csv") return firstRowsOfCsv(path, settings);
  return layout.format === "xlsx" ? ((await firstRowsOfXlsx(path)).find(({ sheet }) => sheet === layout.sheet)?.rows ?? []) : [];
}

/** Opens a file that is written as its layout says. */
export function openFile(path: string, layout: Layout): Promise<Reading> {
  if (layout.format === "xlsx") return openXlsx(path, layout);
  return layout.format === "csv" ? openCsv(path, layout) : openParquet(path);
}

/** Size of several files together. */
export const bytesOf = (dataDir: string, files: readonly string[]) =>
  files.reduce((bytes, file) => bytes + statSync(resolve(dataDir, file)).size, 0);

/** A file is not what it was when its header was looked at, or when it was read. */
export const changedFile = (file: string, issues: readonly Issue[]) =>
  new DataError(`${file} changed while it was read; build again once its export is complete`, issues);

/** A file while it is read: its state before that, and what was read of it. */
interface Read {
  state: string;
  fingerprint: Fingerprint;
}

/** Throws a DataError when a file is no longer what was read of it: cut, appended to, or replaced on the way. It is read again only if it was written to. */
export async function checkUnchanged(path: string, file: string, { state, fingerprint: read }: Read): Promise<void> {
  if ((await stateOf(path)) === state) return;
  const now = await fingerprintOf(path);
  if (now.sha256 === read.sha256) return;
  const found = now.bytes === read.bytes ? "other content of the same size" : `${now.bytes} bytes`;
  throw changedFile(file, [{ file, found, expected: `the ${read.bytes} bytes that were read` }]);
}
