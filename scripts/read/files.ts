import { existsSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, extname, isAbsolute, join, resolve } from "node:path";
import { escapePath, glob } from "tinyglobby";
import type { z } from "zod";
import type { Table } from "../../src/core/contract.ts";
import { DataError, type Issue, listed, oneOf } from "../../src/core/errors.ts";
import { csvSettings, layoutOfCsv, openCsv } from "./csv.ts";
import type { Reading } from "./entry.ts";
import { type Fingerprint, fingerprintOf, stateOf } from "./fingerprint.ts";
import { type HeaderSettings, headerSettings } from "./header-row.ts";
import type { Layout } from "./layout.ts";
import { baseOf, isFileOf, isKept, OPEN_MARK, tableFile } from "./table-file.ts";
import { layoutsOfXlsx, openXlsx, xlsxSettings } from "./xlsx.ts";

/** Files below a data folder, relative to it, but for those that a spreadsheet makes beside a workbook that it has open. */
const filesAt = (dataDir: string, pattern: string, ...ignored: readonly string[]) =>
  glob(pattern, { cwd: dataDir, onlyFiles: true, ignore: [`**/${OPEN_MARK}*`, ...ignored] });

/** Where `sources.yaml` names files. */
type Said = Pick<Issue, "file" | "line" | "column">;

/** A pattern of `sources.yaml` that no file fits, with the files below the data folder that an export may be. */
async function noFile(dataDir: string, pattern: string, said: Said): Promise<DataError> {
  const there = (await filesAt(dataDir, "**/*", "*.{yaml,yml}", "{reference,published}/**")).sort();
  const found = { zh: `${pattern}（没有符合的文件）`, en: `${pattern}, which no file fits` };
  const choices = oneOf(there, pattern.replaceAll("\\", "/"));
  const expected = {
    zh: `${dataDir} 中的文件，或绝对路径；${choices.zh}`,
    en: `a path from ${dataDir}, or an absolute one; ${choices.en}`,
  };
  return new DataError("找不到文件 · files that are not there", [{ ...said, found, expected }]);
}

/**
 * The files of an export, each once, sorted; relative to the data folder, or absolute as its pattern is. Throws a DataError when a
 * pattern matches nothing.
 */
export async function findFiles(dataDir: string, { files }: { files: readonly string[] }, said: Said): Promise<string[]> {
  const found = new Map<string, string>();
  for (const pattern of files) {
    const isPath = existsSync(resolve(dataDir, pattern));
    const matches = await filesAt(dataDir, isPath ? escapePath(pattern) : pattern);
    if (matches.length === 0) throw await noFile(dataDir, pattern, said);
    for (const match of matches) {
      const path = resolve(dataDir, match);
      if (!found.has(path)) found.set(path, isAbsolute(pattern) && match.startsWith("..") ? path : match);
    }
  }
  return [...found.values()].sort();
}

/**
 * The files of the reference tables that are there, sorted. Throws a DataError on tables of the folder that belong to none, on one that
 * is there in two forms, and on those in a form that is not read.
 */
export async function findReferences(dataDir: string, tables: readonly Table[]): Promise<Map<string, string[]>> {
  const folder = join(dataDir, "reference");
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : [];
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [] : entry.name)).sort();
  const present = names.filter(isKept);
  const references = tables.filter(({ isReference }) => isReference);
  const issues = [...inOtherForms(names, references), ...ofNoTable(present, references), ...twice(present)];
  if (issues.length > 0) throw new DataError("reference/ 中的文件不能用 · files of reference/ that cannot be used", issues);
  const found = references.map((table) => [table.id, present.filter((name) => isFileOf(table, name))] as const);
  return new Map(found.filter(([, files]) => files.length > 0).map(([id, files]) => [id, files.map((name) => `reference/${name}`)]));
}

/** Hand-kept tables in a form that is not read, where they are there in no other. */
function inOtherForms(names: readonly string[], references: readonly Table[]): Issue[] {
  const bases = new Set(names.filter(isKept).map(baseOf));
  // of sla.csv.bak it is sla
  const others = names.filter((name) => !isKept(name)).map((name) => ({ name, base: baseOf(basename(name, extname(name))) }));
  return others
    .filter(({ base }) => !bases.has(base) && references.some((table) => isFileOf(table, base)))
    .map(({ name, base }) => ({
      ...{ file: `reference/${name}`, found: extname(name) },
      expected: { zh: `CSV 或工作簿：请另存为 ${base}.xlsx`, en: `CSV or a workbook: save it as ${base}.xlsx` },
    }));
}

function ofNoTable(present: readonly string[], references: readonly Table[]): Issue[] {
  const choices = references.map((table) => `reference/${tableFile(table)}`).sort();
  return present
    .filter((name) => !references.some((table) => isFileOf(table, name)))
    .map((name) => ({
      ...{ file: `reference/${name}`, found: { zh: "不属于任何表的文件", en: "a file of no table" } },
      expected: oneOf(choices, `reference/${name}`),
    }));
}

const twice = (present: readonly string[]): Issue[] =>
  [...Map.groupBy(present, baseOf).values()]
    .filter(({ length }) => length > 1)
    .map((forms) => ({
      ...{
        file: forms.map((name) => `reference/${name}`).join(", "),
        found: { zh: "同一张表的几个文件", en: "several files of one table" },
      },
      expected: { zh: "只留正确的一个", en: "the one that is right" },
    }));

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

/** How a file is read. */
export type FileSettings = z.infer<z.ZodObject<typeof fileSettings>> & HeaderSettings;

/** What reads Parquet is loaded where there is some. */
const parquet = () => import("./parquet.ts");

/** How a file is written, by its ending and what it holds: once for each sheet of a workbook that counts; none without a header. Throws a DataError when it cannot be read at all. */
export async function layoutsOf(path: string, settings: FileSettings): Promise<Layout[]> {
  const format = formatOf(path);
  if (format === "xlsx") return layoutsOfXlsx(path, settings);
  const layout = format === "csv" ? await layoutOfCsv(path, settings) : await (await parquet()).layoutOfParquet(path);
  return layout ? [layout] : [];
}

/** How a file, or the one sheet of it that counts, is written; null when it has no header. Throws a DataError when it cannot be read at all, or several sheets count. */
export async function layoutOf(path: string, settings: FileSettings): Promise<Layout | null> {
  const [layout, ...others] = await layoutsOf(path, settings);
  if (others.length === 0) return layout ?? null;
  const sheets = [layout, ...others].flatMap((each) => (each?.format === "xlsx" ? each.sheet : []));
  const expected = { zh: "一张工作表", en: "one sheet" };
  throw new DataError(`几张工作表 · several sheets of ${path}`, [{ file: path, found: listed(sheets, 10), expected }]);
}

/** Opens a file that is written as its layout says. */
export async function openFile(path: string, layout: Layout): Promise<Reading> {
  if (layout.format === "xlsx") return openXlsx(path, layout);
  return layout.format === "csv" ? openCsv(path, layout) : (await parquet()).openParquet(path);
}

/** Size of several files together. */
export const bytesOf = (dataDir: string, files: readonly string[]) =>
  files.reduce((bytes, file) => bytes + statSync(resolve(dataDir, file)).size, 0);

/** A file is not what it was when its header was looked at, or when it was read. */
export const changedFile = (file: string, issues: readonly Issue[]) =>
  new DataError(
    `文件在读取时变了，请等导出完成后再构建 · ${file} changed while it was read; build again once its export is complete`,
    issues,
  );

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
