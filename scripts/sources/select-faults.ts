import { type Issue, listed, nearest } from "../../src/core/errors.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";

/** What is wrong with a SELECT. */
export type SelectFault = Pick<Issue, "found" | "expected">;

/** How the engine says what is not there. */
const NO_TABLE = /Table with name (\S+) does not exist/;
const NO_COLUMN = /Referenced column "(.+?)" not found in FROM clause/;
const NO_COLUMN_OF = /(?:Table|Values list) "(.+?)" does not have a column named "(.+?)"/;

/** So many faults are looked for. */
const MOST = 20;

/** Names that a message lists. */
const SHOWN = 12;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Columns of each table of an engine. */
async function columnsIn(engine: Engine): Promise<Map<string, string[]>> {
  const sql = "select table_name, column_name from duckdb_columns() where not internal";
  const rows = await rowsOf<{ table_name: string; column_name: string }>(engine, sql);
  return new Map([...Map.groupBy(rows, (row) => row.table_name)].map(([table, own]) => [table, own.map((row) => row.column_name)]));
}

function notThere(what: { zh: string; en: string }, name: string, choices: readonly string[]): SelectFault {
  const near = nearest(name, choices);
  const shown = listed(choices, SHOWN);
  return {
    found: { zh: `没有${what.zh} ${name}`, en: `no ${what.en} ${name}` },
    expected: near
      ? { zh: `已有的${what.zh}（是不是 ${near}？）`, en: `one that is there; did you mean ${near}?` }
      : { zh: `已有的${what.zh}：${shown}`, en: `one of ${shown}` },
  };
}

/** What the engine says, without the query that we made of the SELECT. */
const otherFault = (message: string): SelectFault => ({
  found: message.replace(/\n\s*LINE 1:[\s\S]*$/, "").trim(),
  expected: { zh: "对 records 的一个 SELECT", en: "one SELECT over records" },
});

/** What a SELECT names that is not there. */
interface Absent {
  kind: "table" | "column";
  name: string;
  /** Of a column the table, as the SELECT calls it, where it says one. */
  of?: string | undefined;
}

function absentIn(message: string): Absent | null {
  const table = NO_TABLE.exec(message)?.[1];
  if (table !== undefined) return { kind: "table", name: table };
  const [, of, named] = NO_COLUMN_OF.exec(message) ?? [];
  const column = named ?? NO_COLUMN.exec(message)?.[1];
  return column === undefined ? null : { kind: "column", name: column, of };
}

const NAMES = { table: { zh: "表", en: "table" }, column: { zh: "列", en: "column" } };

/** Puts there what is not. */
function supply(engine: Engine, { kind, name, of }: Absent, tables: Iterable<string>): Promise<void> {
  if (kind === "table") return engine.run(`create table ${quoted(name)} (_ varchar)`);
  const wanting = of === undefined ? ["records"] : [...tables];
  return engine.run(wanting.map((table) => `alter table ${quoted(table)} add column if not exists ${quoted(name)} varchar;`).join(" "));
}

/**
 * All tables and columns that a SELECT names and an engine does not have, which itself says the first alone: each is put there, as text, until
 * the SELECT can be bound or something else is wrong with it. `bind` throws as long as it cannot. Of a table that is not there no columns are named.
 */
export async function selectFaults(engine: Engine, bind: () => Promise<unknown>): Promise<SelectFault[]> {
  const known = await columnsIn(engine);
  const faults: SelectFault[] = [];
  const absent: Absent[] = [];
  const isNew = (one: Absent) =>
    absent.every(({ kind, name }) => kind !== one.kind || name !== one.name) &&
    (one.kind === "table" || absent.every(({ kind }) => kind !== "table"));
  while (faults.length < MOST) {
    const message = await messageOf(bind);
    if (message === null) return faults;
    const one = absentIn(message);
    if (one === null || !isNew(one)) {
      // what comes of a name that is not there is no fault of its own
      const isOfItsOwn = one === null && absent.every(({ kind }) => kind !== "table") && !/ambiguous/i.test(message);
      return isOfItsOwn ? [...faults, otherFault(message)] : faults;
    }
    absent.push(one);
    const choices = one.kind === "table" ? [...known.keys()] : (known.get(one.of ?? "") ?? [...known.values()].flat());
    faults.push(notThere(NAMES[one.kind], one.name, choices));
    await supply(engine, one, known.keys());
  }
  return faults;
}

async function messageOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
