import { type Column, columnFromArray, int32, tableFromColumns, utf8 } from "@uwdata/flechette";
import { z } from "zod";
import { DataError } from "../../src/core/errors.ts";
import { openDuckDbWasm } from "../engine/duckdb-wasm.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import type { Entry } from "../read/entry.ts";
import type { Gather, GatheredFile, ShapedFile } from "./gather.ts";
import { besideFile, readTable } from "./read-table.ts";

/** A SELECT that makes the records of a table, and files that it may read beside the table's own. */
export const sqlSettings = {
  /** One SELECT of DuckDB over `records`, the rows of all `files`, whose columns are texts; with `_file` and `_line`, which it hands on. */
  sql: z.string().min(1).optional(),
  /** Name of a table in the SELECT → the file that it is. */
  with: z.record(z.string().regex(/^[a-z_][a-z0-9_]*$/i, "a name of letters, digits and _"), besideFile).optional(),
};

export type SqlSettings = z.infer<z.ZodObject<typeof sqlSettings>>;

type Filled = ShapedFile & { entries: readonly Entry[] };

/** Where a record of the SELECT comes from. */
const [FILE, LINE] = ["_file", "_line"];

/** Runs the SELECT of a table `id` in an engine of its own, from which nothing else can be reached. */
export function sqlGather(id: string, { sql: select, with: beside = {} }: SqlSettings & { sql: string }, dataDir: string): Gather {
  /** The rows that the SELECT gives of these files. */
  async function run<T>(files: readonly Filled[], work: (engine: Engine, columns: readonly string[]) => Promise<T>): Promise<T> {
    const engine = await openDuckDbWasm();
    try {
      await engine.load("records", tableFromColumns({ ...textColumns(files), ...placeColumns(files) }));
      for (const [name, given] of Object.entries(beside))
        await engine.load(name, tableFromColumns(textColumns([await readTable(dataDir, given)])));
      await engine.run("set enable_external_access = false; set lock_configuration = true");
      const columns = await described(engine, id, select);
      return await work(engine, columns);
    } finally {
      await engine.close();
    }
  }
  return {
    headerOf: (files) =>
      run(
        files.map((file) => ({ ...file, entries: [] })),
        async (_, columns) => columns.filter((name) => name !== FILE && name !== LINE),
      ),
    gather: (files) =>
      run(files, async (engine, columns) => {
        const texts = columns.map((name) => `cast(${quoted(name)} as varchar) as ${quoted(name)}`);
        const rows = await rowsOf<Record<string, string | null>>(engine, `select ${texts.join(", ")} from ${made(select)}`);
        return recordsOf(id, files, rows, columns);
      }),
  };
}

/** What a SELECT gives, as a table; the engine takes one statement there, and no other than a SELECT. */
const made = (select: string) => `query('${select.replaceAll("'", "''")}')`;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The columns of the SELECT. Throws what the engine says of it when it cannot be bound, and when it does not say where its rows come from. */
async function described(engine: Engine, id: string, select: string): Promise<string[]> {
  const place = `exports.${id}.sql`;
  let columns: string[];
  try {
    columns = (await rowsOf<{ column_name: string }>(engine, `describe select * from ${made(select)}`)).map(
      ({ column_name }) => column_name,
    );
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new DataError(`${place} cannot be used`, [{ file: "sources.yaml", column: place, found, expected: "one SELECT over records" }]);
  }
  const lacking = [FILE, LINE].filter((name) => !columns.includes(name));
  if (lacking.length === 0) return columns;
  const expected = `${FILE} and ${LINE} among its columns; where it groups rows, any_value(${FILE}) as ${FILE}, min(${LINE}) as ${LINE}`;
  throw new DataError(`${place} does not say where its rows come from`, [
    { file: "sources.yaml", column: place, found: `no ${lacking.join(" and no ")}`, expected },
  ]);
}

/** The sound rows of files as columns of texts; a header that repeats gets a number, `Label`, `Label 2`. */
function textColumns(files: readonly Omit<Filled, "file">[]): Record<string, Column<unknown>> {
  const headers = files.map(({ header }) => numbered(header));
  const names = [...new Set(headers.flat())];
  return Object.fromEntries(
    names.map((name) => {
      const texts = files.flatMap(({ entries }, place) => {
        const at = (headers[place] as string[]).indexOf(name);
        return entries.filter(isSound).map(({ fields }) => fields[at] ?? null);
      });
      return [name, columnFromArray(texts, utf8())];
    }),
  );
}

/** Where the sound rows of files stand. */
function placeColumns(files: readonly Filled[]): Record<string, Column<unknown>> {
  const rows = files.flatMap(({ file, entries }) => entries.filter(isSound).map(({ line }) => ({ file, line })));
  const [names, lines] = [rows.map(({ file }) => file), rows.map(({ line }) => line)];
  return { [FILE]: columnFromArray(names, utf8()), [LINE]: columnFromArray(lines, int32()) };
}

const isSound = ({ fault, aside }: Entry) => fault === null && !aside;

function numbered(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}

/** The records of each file: those of the SELECT where they come from, those that are broken, and as set aside those that it leaves out. */
function recordsOf(
  id: string,
  files: readonly Filled[],
  rows: readonly Record<string, string | null>[],
  columns: readonly string[],
): GatheredFile[] {
  const names = columns.filter((name) => name !== FILE && name !== LINE);
  const byFile = Map.groupBy(rows, (row) => row[FILE]);
  const strange = rows.find(
    (row) => !files.some(({ file, entries }) => file === row[FILE] && entries.some(({ line }) => line === Number(row[LINE]))),
  );
  if (strange) {
    const found = `${strange[FILE]}:${strange[LINE]}`;
    throw new DataError(`exports.${id}.sql gives a row of no record`, [
      { file: "sources.yaml", column: `exports.${id}.sql`, found, expected: `the ${FILE} and ${LINE} of a row of records` },
    ]);
  }
  return files.map(({ file, entries }) => {
    const own = byFile.get(file) ?? [];
    const byLine = new Map(entries.map((entry) => [entry.line, entry]));
    const used = new Set(own.map((row) => Number(row[LINE])));
    const made = own.map((row): Entry => {
      const from = byLine.get(Number(row[LINE])) as Entry;
      return { line: from.line, fault: null, fields: names.map((name) => row[name] ?? null), text: () => from.text() };
    });
    const left = entries.filter((entry) => !isSound(entry) || !used.has(entry.line));
    const others = left.map((entry): Entry => (isSound(entry) ? { ...entry, text: () => entry.text(), aside: "row" } : entry));
    return { entries: [...made, ...others].sort((a, b) => a.line - b.line), merged: 0 };
  });
}
