import type { Table } from "@uwdata/flechette";
import { dayOf, isoOf } from "../../src/core/days.ts";
import { unknownName } from "../../src/core/errors.ts";
import { OWN } from "../../src/core/own-dimension.ts";
import { type Coverage, type FiscalStart, firstDay, parseMonth, periodOf } from "../../src/core/periods.ts";
import type { Additive, Component, Counts } from "../../src/cube/component.ts";
import { componentsOf, factsOf, type Metric } from "../../src/cube/metric.ts";
import type { FactInfo } from "../../src/data/manifest.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import type { Fact } from "../facts/facts.ts";
import { missingEvidence } from "../facts/known.ts";
import { printedSql } from "../facts/printed-sql.ts";
import { compact } from "./compact.ts";
import { cubeSql, monthSql, partsSql } from "./cube-sql.ts";
import { provisionalFigures } from "./provisional.ts";
import { statedIn } from "./stated.ts";

/** The cells of a fact, and the counts of each column whose values are counted. */
export interface BuiltCube {
  info: FactInfo;
  cells: Table;
  counts: Map<string, Table>;
  /** Of its dimensions, those of which some rows state no member. */
  unstated: readonly string[];
}

/** What the metrics want of one fact. */
interface Wanted {
  dimensions: string[];
  additive: Additive[];
  counts: Counts[];
}

/** The counts of a column are one file, so that every metric must count it at the same resolution. */
function requireOneStep({ id }: Fact, components: readonly Component[]): void {
  const counts = Map.groupBy(
    components.filter((component) => component.kind === "counts"),
    ({ column }) => column,
  );
  for (const [column, same] of counts) {
    const steps = [...new Set(same.map(({ step }) => step))];
    if (steps.length > 1)
      throw new Error(`column ${column} of fact ${id} is counted in steps of ${steps.join(" and ")}; expected one of them`);
  }
}

/** Dimensions and components that metrics need of a fact, without repeats, in a stable order. */
function wantedOf(fact: Fact, metrics: readonly Metric[]): Wanted {
  const users = metrics.filter((metric) => factsOf(metric).includes(fact.id));
  const components = users.flatMap((metric) => componentsOf(metric).filter(({ of }) => of === fact.id));
  requireOneStep(fact, components);
  const unique = [...new Map(components.map((component) => [component.id, component])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    dimensions: [...new Set(users.flatMap(({ dimensions }) => dimensions))].sort(),
    additive: unique.filter((component) => component.kind === "additive"),
    counts: unique.filter((component) => component.kind === "counts"),
  };
}

async function columnsOf(engine: Engine, fact: Fact): Promise<string[]> {
  return (await rowsOf<{ column_name: string }>(engine, `describe facts.${fact.id}`)).map(({ column_name }) => column_name);
}

/** First month of a fact, the last that its tables cover, and its number of rows; a fact without rows reaches from 0 to -1. */
async function extentOf(engine: Engine, { id, time }: Fact, until: string): Promise<{ first: number; last: number; rows: number }> {
  const sql = `select coalesce(min(${monthSql(time)}), 0) as "first", cast(count(*) as double) as "rows" from facts.${id}`;
  const [{ first, rows } = { first: 0, rows: 0 }] = await rowsOf<{ first: number; rows: number }>(engine, sql);
  return { first, last: rows > 0 ? parseMonth(until) : -1, rows };
}

/** Column of the people behind a cell of a fact whose quarters are recorded; it is not published. */
export const PEOPLE = "people";

/** Whether what is published of a fact is recorded, quarter by quarter, and so stays as it was. */
export const isRecorded = ({ pooling }: Pick<Fact, "pooling">): boolean => pooling?.set === "survey";

const daysBefore = (iso: string, days: number) => isoOf(dayOf(iso) - days);

interface Time {
  /** The days that all tables of a fact cover. */
  coverage: Coverage;
  /** Days before the end of these of whose cases the slow ones are missing, since only finished ones are exported; default 0. */
  missing?: number;
  fiscalStart: FiscalStart;
  /** Years whose days off are not all known yet; default none. */
  provisionalYears?: readonly string[];
}

/** The ISO day from which rows show all that there was; those of quarters show all of their first one. */
function fromOf({ covers }: Fact, first: number, { coverage, fiscalStart }: Time): string {
  const start = firstDay(covers === "days" ? first : periodOf(first, "quarter", fiscalStart).start);
  return start > coverage.from ? start : coverage.from;
}

/** Rolls a fact up to its cube: month × the dimensions that metrics use, and the company's own, as far as any row states them, one column per component. Throws on a dimension it lacks. */
export async function buildCube(engine: Engine, fact: Fact, metrics: readonly Metric[], known: Time): Promise<BuiltCube> {
  const { until } = known.coverage;
  const { missing = 0 } = known;
  const wanted = wantedOf(fact, metrics);
  const { additive, counts } = wanted;
  const columns = await columnsOf(engine, fact);
  for (const dimension of wanted.dimensions)
    if (!columns.includes(dimension)) throw unknownName("dimension", dimension, columns, `fact ${fact.id} has`);
  const ofCompany = columns.includes(OWN) && !fact.pooling ? [OWN] : [];
  const { stated: dimensions, unstated } = await statedIn(engine, fact.id, [...wanted.dimensions, ...ofCompany]);
  // the month last, since what is there in one month often is in the next
  const keys = [...dimensions, "month", ...(fact.over === "presence" ? ["is_entry"] : [])];
  if (fact.pooling && counts[0])
    throw new Error(`column ${counts[0].column} of fact ${fact.id} cannot be counted by value; its small groups are pooled`);
  const figures = new Map([
    ...additive.map((component) => [component.id, partsSql(component)] as const),
    ...(isRecorded(fact) ? [[PEOPLE, fact.people] as const] : []),
  ]);
  const cells = compact(await engine.read(cubeSql(fact, `facts.${fact.id}`, keys, figures)));
  const counted = new Map<string, Table>();
  for (const { column, step } of counts) {
    const rows = `(select *, cast(round(${column} / ${step}) as integer) as value from facts.${fact.id} where ${column} is not null)`;
    const cube = await engine.read(cubeSql(fact, rows, [...keys, "value"], new Map([["cases", "cast(count(*) as integer)"]])));
    counted.set(column, compact(cube));
  }
  const { first, last, rows } = await extentOf(engine, fact, until);
  const { id, grain, over, covers, time, tables, pooling } = fact;
  const info: FactInfo = {
    id,
    grain,
    over,
    isQuarterly: covers === "finished quarters",
    time,
    dimensions,
    tables,
    first,
    last,
    from: rows > 0 ? fromOf(fact, first, known) : until,
    // of what is there at a time, no day is counted on which cases are missing
    until: daysBefore(until, fact.over === "flow" ? Math.max(fact.settlesIn, missing) : fact.settlesIn),
    isOfFinished: missing > 0,
    // how many people of a group that is not shown answered is nobody’s business
    rows: pooling ? cells.numRows : rows,
    counted: counts.map(({ column }) => column),
    unknown: await missingEvidence(engine, fact.known),
    provisional: await provisionalFigures(engine, fact, known.provisionalYears ?? []),
    pooling,
    coded: [],
    sql: printedSql(fact, columns),
  };
  return { info, cells, counts: counted, unstated: unstated.filter((dimension) => dimensions.includes(dimension)) };
}
