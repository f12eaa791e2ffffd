import { type Column, columnFromArray, int32, tableFromColumns, utf8 } from "@uwdata/flechette";
import { z } from "zod";
import { DataError } from "../../src/core/errors.ts";
import { openDuckDbWasm } from "../engine/duckdb-wasm.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import type { Entry } from "../read/entry.ts";
import { type EntryPlace, placeIn } from "./entry-place.ts";
import type { Gather, GatheredFile } from "./gather.ts";
import { besideFile, readTable, type TextTable } from "./read-table.ts";
import { type SelectFault, selectFaults } from "./select-faults.ts";
import { changed } from "./step.ts";

/** A SELECT that makes the records of a table, and files that it may read beside the table's own. */
export const sqlSettings = {
  /** One SELECT of DuckDB over `records`, the rows of all `files`, whose columns are texts; with `_file` and `_line`, which it hands on. */
  sql: z.string().min(1).optional(),
  /** Name of a table in the SELECT → the file that it is. */
  with: z.record(z.string().regex(/^[a-z_][a-z0-9_]*$/i, "a name of letters, digits and _"), besideFile).optional(),
};

export type SqlSettings = z.infer<z.ZodObject<typeof sqlSettings>>;

/** Where a record of the SELECT comes from. */
const [FILE, LINE] = ["_file", "_line"];

type Row = Readonly<Record<string, string | null>>;

/** What a SELECT gives: the names of its columns but for the place of its rows, and its rows as texts. */
interface Made {
  header: readonly string[];
  rows: readonly Row[];
}

/** Runs a SELECT in an engine of its own, from which nothing else can be reached. */
export function sqlGather(settings: SqlSettings & { sql: string; place: EntryPlace }, dataDir: string): Gather {
  const { sql: select, with: beside = {}, place } = settings;
  async function run(files: readonly TextTable[]): Promise<Made> {
    const engine = await openDuckDbWasm();
    try {
      await engine.load("records", tableFromColumns({ ...textColumns(files), ...placeColumns(files) }));
      for (const [name, given] of Object.entries(beside))
        await engine.load(name, tableFromColumns(textColumns([await readTable(dataDir, given)])));
      await engine.run("set enable_external_access = false; set lock_configuration = true");
      const columns = await described(engine, place, select);
      const texts = columns.map((name) => `cast(${quoted(name)} as varchar) as ${quoted(name)}`);
      const rows = await asked<Row>(engine, place, `select ${texts.join(", ")} from ${made(select)}`);
      return { header: columns.filter((name) => name !== FILE && name !== LINE), rows };
    } finally {
      await engine.close();
    }
  }
  return {
    headerOf: async (files) => (await run(files.map((file) => ({ ...file, entries: [] })))).header,
    gather: async (files) => {
      const { header, rows } = await run(files);
      return { header, files: recordsOf(place, files, { header, rows }) };
    },
  };
}

/** What a SELECT gives, as a table; the engine takes one statement there, and no other than a SELECT. */
const made = (select: string) => `query('${select.replaceAll("'", "''")}')`;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** What is wrong with the SELECT of a source. */
const wrong = (place: EntryPlace, summary: string, found: string, expected: string): DataError =>
  new DataError(`${place.name}.sql ${summary}`, [{ ...placeIn(place, "sql"), found, expected }]);

/** Rows of a query over the SELECT. Throws what the engine says of it when it cannot be bound, or not be computed. */
async function asked<T>(engine: Engine, place: EntryPlace, query: string): Promise<T[]> {
  try {
    return await rowsOf<T>(engine, query);
  } catch (cause) {
    throw wrong(place, "cannot be used", cause instanceof Error ? cause.message : String(cause), "one SELECT over records");
  }
}

/** The columns of the SELECT. Throws with all that it names and that is not there, and when it does not say where its rows come from. */
async function described(engine: Engine, place: EntryPlace, select: string): Promise<string[]> {
  const describe = async () => (await rowsOf<{ column_name: string }>(engine, `describe select * from ${made(select)}`)).map(nameOf);
  const faults = await selectFaults(engine, describe);
  const columns = await describe().catch(() => null);
  const lacking = [FILE, LINE].filter((name) => columns?.includes(name) === false);
  if (lacking.length > 0) faults.push(lackingPlace(lacking));
  if (faults.length === 0 && columns) return columns;
  throw new DataError(
    `${place.name}.sql 不能使用 · cannot be used`,
    faults.map((fault) => ({ ...placeIn(place, "sql"), ...fault })),
  );
}

const nameOf = ({ column_name }: { column_name: string }): string => column_name;

/** Where a SELECT does not say from where its rows come. */
const lackingPlace = (lacking: readonly string[]): SelectFault => {
  const how = `any_value(${FILE}) as ${FILE}, min(${LINE}) as ${LINE}`;
  return {
    found: { zh: `没有 ${lacking.join("、")}`, en: `no ${lacking.join(" and no ")}` },
    expected: {
      zh: `列中有 ${FILE} 和 ${LINE}，说明各行来自何处；行有合并时写 ${how}`,
      en: `${FILE} and ${LINE} among its columns, which say where its rows come from; where it groups rows, ${how}`,
    },
  };
};

/** The sound rows of files as columns of texts; a header that repeats gets a number, `Label`, `Label 2`. */
function textColumns(files: readonly Omit<TextTable, "file">[]): Record<string, Column<unknown>> {
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
function placeColumns(files: readonly TextTable[]): Record<string, Column<unknown>> {
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

/**
 * The records of each file: those of the SELECT where they come from, those that are broken, and as set aside those that it leaves out. Of
 * a line that a step made several records of, as many are left out as it has more than the SELECT gives.
 */
function recordsOf(place: EntryPlace, files: readonly TextTable[], { header, rows }: Made): GatheredFile[] {
  const lines = new Set(files.flatMap(({ file, entries }) => entries.filter(isSound).map(({ line }) => `${file}\0${line}`)));
  const made = Map.groupBy(rows, (row) => {
    const from = `${row[FILE]}\0${row[LINE]}`;
    if (lines.has(from)) return from;
    throw wrong(place, "gives a row of no record", `${row[FILE]}:${row[LINE]}`, `the ${FILE} and ${LINE} of a row of records`);
  });
  return files.map(({ file, entries }) => {
    const own = Map.groupBy(entries.filter(isSound), ({ line }) => line);
    const firsts = new Set([...own.values()].map(([first]) => first));
    return {
      merged: 0,
      entries: entries.flatMap((entry): Entry[] => {
        if (!isSound(entry)) return [entry];
        if (!firsts.has(entry)) return [];
        const given = made.get(`${file}\0${entry.line}`) ?? [];
        const left = (own.get(entry.line) ?? []).slice(given.length);
        return [
          ...given.map((row) => changed(entry, { fields: header.map((name) => row[name] ?? null) })),
          ...left.map((each) => changed(each, { aside: "row" })),
        ];
      }),
    };
  });
}
