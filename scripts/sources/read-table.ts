import { resolve } from "node:path";
import { z } from "zod";
import { DataError } from "../../src/core/errors.ts";
import type { Entry } from "../read/entry.ts";
import { fileSettings, findFiles, layoutOf, openFile } from "../read/files.ts";

/** A file beside the exports, whose records are no records of the table: by its path alone, or with how it is written. */
export const besideFile = z.union([
  z.string().transform((file) => ({ file, encoding: "auto" as const, delimiter: "auto" as const, fill_merged: false })),
  z.strictObject({ file: z.string(), ...fileSettings, sheet: z.string().min(1).optional() }),
]);

export type BesideFile = z.infer<typeof besideFile>;

/** A whole file as texts. */
export interface TextTable {
  file: string;
  header: readonly string[];
  entries: readonly Entry[];
}

/** Reads a file beside the exports. Throws a DataError when it cannot be read, or when a record of it is broken. */
export async function readTable(dataDir: string, beside: BesideFile): Promise<TextTable> {
  const [file, ...others] = await findFiles(dataDir, { files: [beside.file] }, { file: "sources.yaml", column: "file" });
  if (file === undefined || others.length > 0)
    throw new DataError("一个文件 · one file", [
      { file: "sources.yaml", column: "file", found: `${beside.file}: ${[file, ...others].join(", ")}`, expected: "one file" },
    ]);
  const path = resolve(dataDir, file);
  const layout = await layoutOf(path, beside);
  if (layout === null)
    throw new DataError(`文件是空的 · ${file} is empty`, [
      { file, found: { zh: "空文件", en: "an empty file" }, expected: { zh: "表头", en: "a header" } },
    ]);
  const entries: Entry[] = [];
  for await (const batch of (await openFile(path, layout)).batches) entries.push(...batch);
  const broken = entries.find(({ fault }) => fault !== null);
  if (broken?.fault)
    throw new DataError(`文件读不了 · ${file} cannot be read`, [
      { file, line: broken.line, found: broken.fault.found, expected: "a whole record" },
    ]);
  return { file, header: layout.header.names, entries };
}
