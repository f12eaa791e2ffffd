import { type Column as ArrowColumn, type Table as ArrowTable, tableFromColumns } from "@uwdata/flechette";
import { monthsTable } from "../../scripts/calendar/months.ts";
import { createWorkingCalendar } from "../../scripts/calendar/working-calendar.ts";
import { openDuckDbWasm } from "../../scripts/engine/duckdb-wasm.ts";
import { type Engine, rowsOf } from "../../scripts/engine/engine.ts";
import { type Fact, loadFacts, WORKING_CALENDAR } from "../../scripts/facts/facts.ts";
import { createPools } from "../../scripts/protect/pools.ts";
import { emptyRecord, type SurveyRecord } from "../../scripts/protect/record.ts";
import { createShownRoles } from "../../scripts/protect/shown-roles.ts";
import type { SurveyPools } from "../../scripts/protect/survey-pools.ts";
import { createSurveyScale } from "../../scripts/protect/survey-scale.ts";
import { startColumn } from "../../scripts/stage/start-column.ts";
import { loadTables } from "../../scripts/tools/registry.ts";
import type { Column, ColumnKind } from "../../src/core/columns.ts";
import type { Table } from "../../src/core/contract.ts";
import { parseMonth } from "../../src/core/periods.ts";
import { type GivenWeek, weekOf } from "./week.ts";

/** A row of a staging table as a test writes it: days and times as text; what it does not care for left out. */
export type Given = Readonly<Record<string, string | number | boolean | null>>;

export type GivenTables = Readonly<Record<string, readonly Given[]>>;

export interface Span {
  /** First month, `2026-01`. */
  from?: string;
  /** Day up to which the data reach. */
  asOf?: string;
  fiscalStart?: number;
  minimum?: number;
  /** What was published of the survey before, and so the scale on which it is answered. */
  published?: SurveyRecord;
  /** When the company works. */
  week?: GivenWeek;
}

const SPAN: Required<Span> = {
  ...{ from: "2025-01", asOf: "2026-12-31", fiscalStart: 1, minimum: 5, published: emptyRecord(5) },
  week: {},
};

/** The real engine with staging tables typed by the contracts. */
export interface Workshop {
  engine: Engine;
  facts: readonly Fact[];
  /** Replaces every staging table, the months, the working calendar and the pools of the survey. Throws on a column that the contract does not know. */
  stage(given: GivenTables, span?: Span): Promise<SurveyPools>;
  /** Creates a fact, and those that it reads, and gives its rows, in no particular order; days as text. */
  rowsOfFact(id: string): Promise<Record<string, unknown>[]>;
}

const FILLERS: Record<ColumnKind, string | number | boolean> = {
  key: "K",
  text: "text",
  choice: "",
  reference: "R",
  date: "2026-01-15",
  timestamp: "2026-01-15 12:00",
  quarter: "2026Q1",
  period: "2026",
  integer: 0,
  number: 0,
  amount: 0,
  flag: false,
};

/** A required column that a test leaves out holds something; any other its default, or nothing. */
const fillerOf = ({ kind, required, values, default: empty }: Column, row: number) => {
  if (!required) return empty ?? null;
  if (values) return Object.keys(values)[0] ?? null;
  return kind === "key" ? `${FILLERS.key}${row}` : FILLERS[kind];
};

function stagedForm(kind: ColumnKind, value: Given[string]) {
  if (value === null || typeof value !== "string") return value;
  if (kind === "date") return Date.parse(`${value}T00:00:00Z`) / 86_400_000;
  return kind === "timestamp" ? Date.parse(`${value.replace(" ", "T")}Z`) : value;
}

/** A staging table of rows in the form of its contract. */
export function stagedTable({ id, columns }: Table, rows: readonly Given[]) {
  const unknown = rows.flatMap((row) => Object.keys(row)).find((name) => !(name in columns));
  if (unknown) throw new Error(`unknown column: ${unknown}; ${id} has ${Object.keys(columns).join(", ")}`);
  const built = Object.entries(columns).map(([name, column]): [string, ArrowColumn<unknown>] => {
    const builder = startColumn(column.kind);
    rows.forEach((row, i) => {
      builder.add(stagedForm(column.kind, row[name] === undefined ? fillerOf(column, i) : row[name]));
    });
    return [name, builder.finish()];
  });
  return tableFromColumns(Object.fromEntries(built));
}

/** Rows of a query with its days as text. */
async function readRows(engine: Engine, relation: string): Promise<Record<string, unknown>[]> {
  const columns = await rowsOf<{ column_name: string; column_type: string }>(engine, `describe ${relation}`);
  const list = columns.map(({ column_name: name, column_type: type }) => (type === "DATE" ? `cast(${name} as varchar) as ${name}` : name));
  return rowsOf(engine, `select ${list.join(", ")} from ${relation}`);
}

/** Takes away the tables of the working calendar, so that others can be made. */
export const dropWorkingCalendar = (engine: Engine) =>
  engine.run(WORKING_CALENDAR.map((table) => `drop table if exists staging.${table};`).join(" "));

export async function openWorkshop(): Promise<Workshop> {
  const [engine, tables, facts] = [await openDuckDbWasm(), await loadTables(), loadFacts()];
  await engine.run("create schema staging; create schema facts");
  const load = async (relation: string, table: ArrowTable) => {
    await engine.run(`drop table if exists ${relation}`);
    await engine.load(relation, table);
  };
  for (const table of tables) await load(`staging.${table.id}`, stagedTable(table, []));
  let filled: string[] = [];
  let time: Required<Span> | null = null;
  /** Only when a fact asks for it: the data of other tests reach into years that no calendar knows. */
  const ensureCalendar = async () => {
    if (time === null) return;
    const { asOf, week } = time;
    time = null;
    await dropWorkingCalendar(engine);
    await createWorkingCalendar(engine, { tables: new Set(tables.map(({ id }) => id)), from: "2000-01-01", asOf, week: weekOf(week) });
  };
  const factOf = (id: string): Fact => {
    const fact = facts.find((each) => each.id === id);
    if (!fact) throw new Error(`unknown fact: ${id}; there are ${facts.map((each) => each.id).join(", ")}`);
    return fact;
  };
  const create = async ({ id, sql, facts: read }: Fact): Promise<void> => {
    for (const other of read) await create(factOf(other));
    await engine.run(`create or replace table facts.${id} as ${sql}`);
  };
  return {
    engine,
    facts,
    async stage(given, span = {}) {
      time = { ...SPAN, ...span };
      const { from, asOf, fiscalStart, minimum, published } = time;
      const unknown = Object.keys(given).find((id) => !tables.some((table) => table.id === id));
      if (unknown) throw new Error(`unknown table: ${unknown}; there are ${tables.map(({ id }) => id).join(", ")}`);
      const changed = new Set([...filled, ...Object.keys(given)]);
      filled = Object.keys(given);
      for (const table of tables) if (changed.has(table.id)) await load(`staging.${table.id}`, stagedTable(table, given[table.id] ?? []));
      await createShownRoles(engine, { tables: new Set(tables.map(({ id }) => id)), minimum: 2 });
      await createSurveyScale(engine, published.survey_scale);
      await load("staging.months", monthsTable(parseMonth(from), asOf, fiscalStart));
      await engine.run("drop table if exists pools");
      const staged = new Set(given["survey"] ? tables.map(({ id }) => id) : []);
      return createPools(engine, {
        minimums: { survey: minimum, ratings: minimum, delays: minimum, delay_causes: minimum },
        tables: staged,
        facts: [],
        published,
      });
    },
    async rowsOfFact(id) {
      const fact = factOf(id);
      if (fact.isOnWorkingTime) await ensureCalendar();
      await create(fact);
      return readRows(engine, `facts.${id}`);
    },
  };
}
