import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monthsTable } from "../../scripts/calendar/months.ts";
import { createWorkingCalendar } from "../../scripts/calendar/working-calendar.ts";
import { cubeFiles } from "../../scripts/cubes/cube-files.ts";
import { type BuiltCube, buildCube } from "../../scripts/cubes/cubes.ts";
import { openDuckDbWasm } from "../../scripts/engine/duckdb-wasm.ts";
import type { Engine } from "../../scripts/engine/engine.ts";
import { type Fact, loadFacts } from "../../scripts/facts/facts.ts";
import { createPools } from "../../scripts/protect/pools.ts";
import { emptyRecord } from "../../scripts/protect/record.ts";
import { createShownRoles } from "../../scripts/protect/shown-roles.ts";
import { createSurveyScale } from "../../scripts/protect/survey-scale.ts";
import { makeSample } from "../../scripts/sample/make-sample.ts";
import type { ServiceRequest } from "../../scripts/sample/tables/service-requests.ts";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { loadMetrics, loadTables } from "../../scripts/tools/registry.ts";
import { readSettings } from "../../scripts/tools/settings.ts";
import type { Table } from "../../src/core/contract.ts";
import { firstDay, type Period, parseMonth } from "../../src/core/periods.ts";
import { minimumsOf } from "../../src/core/pooling.ts";
import { SURVEY_SCALE } from "../../src/core/survey-scale.ts";
import { openCubes } from "../../src/cube/cubes.ts";
import { evaluate } from "../../src/cube/evaluate.ts";
import { unknownTo } from "../../src/cube/known.ts";
import type { Metric } from "../../src/cube/metric.ts";
import { MINIMUMS, NO_REMARKS } from "../cube/tiny.ts";
import { weekOf } from "../facts/week.ts";
import { type Given, stagedTable } from "../facts/workshop.ts";
import { CLOCK } from "../stage/folder.ts";
import { withStates } from "./order-states.ts";

/** Of this size the sample has a case for every metric. */
const ORDERS = 6500;
const AS_OF = "2026-09-30";
const WHOLE: Period = { grain: "month", start: parseMonth("2023-10"), end: parseMonth(AS_OF) };

const [METRICS, TABLES, FACTS]: [Metric[], Table[], Fact[]] = [await loadMetrics(), await loadTables(), loadFacts()];

/** Every amount of lost deals is shown, however few they are. */
const MINIMA = minimumsOf({ ...MINIMUMS, minimum_lost_deals: 1 });

const TIME = { coverage: { from: firstDay(WHOLE.start), until: AS_OF }, fiscalStart: 1 } as const;

/** A metric over the whole time of the company: null where it has no value, and what of its facts is not recorded. */
export interface Told {
  value: number | null;
  waits: readonly string[];
}

/** What every metric says, by its id. */
export type Values = ReadonlyMap<string, Told>;

/** A company that exports every table with every column, so that every metric has a value. */
export interface WholeCompany {
  /** Rows of every export, as its contract has them. */
  rows: ReadonlyMap<string, readonly Given[]>;
  /** The tables of `data/reference/`. */
  references: readonly string[];
  values: Values;
  /** What the values would be had a table other rows, or were it not there at all. */
  valuesHad(table: string, rows: readonly Given[] | null): Promise<Values>;
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;

const hoursBetween = (from: number, to: number | null) => (to === null ? null : Math.round((to - from) / (HOUR_MS / 100)) / 100);

/** A request as a system exports it that judges promises itself, of some by both of its means, of some by one, of some by none. */
function served(request: ServiceRequest, place: number): object {
  const { opened_at, first_response_at, resolved_at, cancelled_at } = request;
  const isOpen = resolved_at === null && cancelled_at === null;
  return {
    ...request,
    priority: place % 3 === 0 ? "urgent" : "usual",
    category: place % 5 === 0 ? "hardware" : "software",
    closed_at: resolved_at,
    hours_to_first_response: hoursBetween(opened_at, first_response_at),
    hours_to_resolution: hoursBetween(opened_at, resolved_at),
    due_at: place % 4 < 2 ? opened_at + 72 * HOUR_MS : null,
    sla_met: place % 4 === 0 || place % 4 === 2 ? place % 7 > 0 : null,
    paused_minutes: place % 6 === 0 ? 240 : null,
    paused_since: isOpen && place % 2 === 0 ? opened_at + HOUR_MS : null,
  };
}

function exportedRows(): Map<string, Given[]> {
  const { orders: lines, ...tables } = makeSample(ORDERS);
  const orders = [...lines()];
  const made: Record<string, readonly object[]> = {
    ...tables,
    orders,
    order_states: withStates(orders),
    service_requests: tables.service_requests.map(served),
  };
  const named = TABLES.filter(({ id }) => made[id]);
  const ofContract = ({ columns }: Table, row: object) => Object.fromEntries(Object.entries(row).filter(([name]) => name in columns));
  return new Map(named.map((table) => [table.id, (made[table.id] ?? []).map((row) => ofContract(table, row) as Given)]));
}

/** Loads the shipped reference tables and gives their names. */
async function loadReferences(engine: Engine): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "tandem-references-"));
  cpSync(join(readSettings().dataDir, "reference"), join(dataDir, "reference"), { recursive: true });
  writeFileSync(join(dataDir, "sources.yaml"), "exports: {}\n");
  const { tables } = await stageAll({ dataDir, clock: CLOCK, progress: silentProgress });
  for (const [id, { data }] of tables) await engine.load(`staging.${id}`, data);
  return [...tables.keys()];
}

/** Facts from the tables that are there; those that cannot be made are left out. */
async function computeFacts(engine: Engine, facts: readonly Fact[], tables: ReadonlySet<string>): Promise<Fact[]> {
  const available = facts.filter((each) => each.tables.every((table) => tables.has(table)));
  for (const fact of available)
    await engine.run(`create or replace table facts.${fact.id} as select * from (${fact.sql}) where ${fact.ends} <= date '${AS_OF}'`);
  return available;
}

/** Facts that can be made, and their cubes. */
async function build(engine: Engine, given: readonly Fact[], tables: ReadonlySet<string>): Promise<BuiltCube[]> {
  const facts = await computeFacts(engine, given, tables);
  await engine.run("drop table if exists pools");
  await createPools(engine, { minimums: MINIMA, tables, facts, published: emptyRecord(MINIMA.survey) });
  const cubes: BuiltCube[] = [];
  for (const fact of facts) cubes.push(await buildCube(engine, fact, METRICS, TIME));
  return cubes;
}

function valuesOf(built: readonly BuiltCube[]): Values {
  const files = cubeFiles(built);
  const manifest = {
    asOf: AS_OF,
    until: AS_OF,
    months: [],
    ...{ from: "2000-01-01", provisionalYears: [], springFestivals: [], valueless: [] },
    facts: built.map(({ info }) => info),
    absent: [],
    dimensions: [],
    ...NO_REMARKS,
    files: {},
  };
  const cubes = openCubes(manifest, (file) => files.get(file) as Uint8Array);
  const computed = (metric: Metric): Told => ({
    value: evaluate(cubes, metric, { periods: [WHOLE] })[0]?.value ?? null,
    waits: unknownTo(cubes, metric).map(({ table, column }) => `${table}.${column}`),
  });
  return new Map(METRICS.map((metric) => [metric.id, computed(metric)]));
}

export async function openWholeCompany(): Promise<WholeCompany> {
  const [engine, rows] = [await openDuckDbWasm(), exportedRows()];
  await engine.run("create schema staging; create schema facts");
  const references = await loadReferences(engine);
  const tableOf = (id: string) => TABLES.find((table) => table.id === id) as Table;
  const load = (id: string, given: readonly Given[]) => engine.load(`staging.${id}`, stagedTable(tableOf(id), given));
  for (const [id, given] of rows) await load(id, given);
  const tables = new Set([...references, ...rows.keys()]);
  await engine.load("staging.months", monthsTable(WHOLE.start, AS_OF, 1));
  await createShownRoles(engine, { tables, minimum: MINIMUMS.minimum_role_holders });
  await createSurveyScale(engine, SURVEY_SCALE);
  await createWorkingCalendar(engine, { tables, from: firstDay(WHOLE.start), asOf: AS_OF, week: weekOf() });
  const built = await build(engine, FACTS, tables);
  return {
    rows,
    references,
    values: valuesOf(built),
    async valuesHad(id, given) {
      const isAffected = (fact: Fact) => fact.tables.includes(id);
      const left = new Set(given ? tables : [...tables].filter((table) => table !== id));
      await engine.run(`begin; drop table staging.${id}`);
      if (given) await load(id, given);
      const changed = await build(engine, FACTS.filter(isAffected), left);
      await engine.run("rollback");
      const kept = built.filter(({ info }) => !FACTS.some((fact) => fact.id === info.id && isAffected(fact)));
      return valuesOf([...kept, ...changed]);
    },
    close: () => engine.close(),
  };
}
