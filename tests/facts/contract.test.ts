import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { provisionalFigures } from "../../scripts/cubes/provisional.ts";
import { rowsOf } from "../../scripts/engine/engine.ts";
import { type Fact, loadFacts, parseFact } from "../../scripts/facts/facts.ts";
import { loadTables } from "../../scripts/tools/registry.ts";
import { ROOT } from "../../scripts/tools/settings.ts";
import { isAmount } from "../../src/cube/component.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

const FACTS = loadFacts();
const CASES = FACTS.map((fact) => [fact.id, fact] as const);
const TABLES = await loadTables();
const sourceOf = (id: string) => readFileSync(join(ROOT, "scripts/facts", `${id}.sql`), "utf8");

/** What DuckDB knows and ClickHouse or Trino do not, or not under this name. */
const NOT_SHARED: Record<string, RegExp> = {
  "a cast written ::": /::/,
  "a list function": /\b(list|array)_?\w*\s*\(/i,
  "a list literal": /\[/,
  "a struct": /\bstruct_?\w*\s*\(|\{/i,
  unnest: /\bunnest\b/i,
  qualify: /\bqualify\b/i,
  "select * exclude, replace or columns()": /\*\s*(exclude|replace)\s*\(|\bcolumns\s*\(/i,
  pivot: /\b(un)?pivot\b/i,
  "asof join": /\basof\b/i,
  "positional join": /\bpositional\b/i,
  "group by all, order by all": /\b(group|order)\s+by\s+all\b/i,
  "distinct on": /\bdistinct\s+on\b/i,
  "read from a file": /\bread_\w+\s*\(|\bfrom\s+'/i,
  "strftime, strptime, epoch": /\b(strf|strp)time\b|\bepoch\w*\s*\(/i,
  "quantile or median": /\b(quantile|median|mode)\w*\s*\(/i,
  "is distinct from": /\bis\s+(not\s+)?distinct\s+from\b/i,
  "integer division": /\/\//,
};

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
  await workshop.stage({});
});
afterAll(() => workshop.engine.close());

describe.each(CASES)("fact %s", (id, fact) => {
  test("says in its first line what a row is, in English, and in its header in Chinese", () => {
    expect(sourceOf(id).split("\n")[0]).toMatch(/^-- one row per \S.*\S$/);
    expect(fact.grain.zh).toMatch(/\p{Script=Han}/u);
  });

  test("is bound by the engine over the contracts' staging tables, and its time is a day", async () => {
    await expect(workshop.rowsOfFact(id)).resolves.toEqual([]);
    const columns = await rowsOf<{ column_name: string; column_type: string }>(workshop.engine, `describe facts.${id}`);
    expect(columns.find((column) => column.column_name === fact.time)?.column_type).toBe("DATE");
  });

  test("names its columns once, in lower case", async () => {
    await workshop.rowsOfFact(id);
    const names = (await rowsOf<{ column_name: string }>(workshop.engine, `describe facts.${id}`)).map(({ column_name }) => column_name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
  });

  test("says what each of its columns means that no contract describes, and of none that it lacks", async () => {
    await workshop.rowsOfFact(id);
    const names = (await rowsOf<{ column_name: string }>(workshop.engine, `describe facts.${id}`)).map(({ column_name }) => column_name);
    const contracts = TABLES.filter((table) => fact.tables.includes(table.id));
    const isOfContract = (name: string) =>
      contracts.some(({ columns }) => name in columns) || "column" in (fact.dimensions.get(name) ?? {});
    expect({
      silent: names.filter((name) => !fact.columns.has(name) && !isOfContract(name)),
      lacking: [...parseFact(id, sourceOf(id)).columns.keys()].filter((name) => !names.includes(name)),
    }).toEqual({ silent: [], lacking: [] });
  });

  test("says which of its figures rest on working time, or that none does, where it reads the working calendar", async () => {
    await workshop.rowsOfFact(id);
    const said = sourceOf(id).match(/^-- on working time: /gm) ?? [];
    expect(said.length > 0).toBe(fact.isOnWorkingTime);
    await expect(provisionalFigures(workshop.engine, fact, ["2027"])).resolves.toEqual([]);
  });

  test("has its amounts as decimals of four places, and nothing else as a decimal of so many", async () => {
    await workshop.rowsOfFact(id);
    const columns = await rowsOf<{ column_name: string; column_type: string }>(workshop.engine, `describe facts.${id}`);
    const decimals = columns.filter(({ column_type }) => /^DECIMAL\(\d+,4\)$/.test(column_type)).map(({ column_name }) => column_name);
    expect(decimals).toEqual(columns.map(({ column_name }) => column_name).filter(isAmount));
  });

  test("has the flag is_entry when it is a presence, and texts for groups and areas when its small groups are pooled", async () => {
    await workshop.rowsOfFact(id);
    const columns = await rowsOf<{ column_name: string; column_type: string }>(workshop.engine, `describe facts.${id}`);
    const typeOf = new Map(columns.map((column) => [column.column_name, column.column_type]));
    expect(typeOf.get("is_entry")).toBe(fact.over === "presence" ? "BOOLEAN" : undefined);
    const { group, area } = fact.pooling ?? {};
    const named = [group, area].filter((column) => column != null);
    expect(named.filter((column) => typeOf.get(column) !== "VARCHAR")).toEqual([]);
  });

  test("is pooled as the survey when it is made from it", () => {
    expect(fact.pooling?.set === "survey").toBe(fact.tables.some((table) => table === "survey" || table === "survey_invitations"));
  });

  test("is pooled when it has ratings", async () => {
    await workshop.rowsOfFact(id);
    const columns = (await rowsOf<{ column_name: string }>(workshop.engine, `describe facts.${id}`)).map(({ column_name }) => column_name);
    expect(fact.pooling?.set === "ratings").toBe(columns.includes("rating"));
  });

  test("reads tables that have a contract", () => {
    expect(fact.tables.length).toBeGreaterThan(0);
    expect(fact.tables.filter((table) => !TABLES.some((known) => known.id === table))).toEqual([]);
  });

  test("says by which tables of its own its columns are known, and by which of their columns and values", async () => {
    await workshop.rowsOfFact(id);
    const columns = (await rowsOf<{ column_name: string }>(workshop.engine, `describe facts.${id}`)).map(({ column_name }) => column_name);
    const figures = new Set(["rows", "*", ...columns]);
    const columnsOf = (table: string) => TABLES.find((known) => known.id === table)?.columns ?? {};
    const isOfFact = ({ table, column, value, open }: Fact["known"][number]["anyOf"][number]) => {
      const contract = columnsOf(table)[column];
      const isValue = value === null || value === contract?.default || value in (contract?.values ?? {});
      return contract && isValue && (open === null || open in columnsOf(table)) && fact.tables.includes(table);
    };
    const wrong = fact.known.filter(
      ({ figures: named, anyOf }) => !(anyOf.every(isOfFact) && named.every((figure) => figures.has(figure))),
    );
    expect(wrong).toEqual([]);
  });

  test("is in the SQL that DuckDB, ClickHouse and Trino share", () => {
    const sql = fact.sql.replace(/--.*$/gm, "");
    expect(Object.entries(NOT_SHARED).flatMap(([what, pattern]) => (pattern.test(sql) ? [what] : []))).toEqual([]);
  });
});
