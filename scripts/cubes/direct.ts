import type { Period } from "../../src/core/periods.ts";
import { firstDay, lastDay } from "../../src/core/periods.ts";
import type { Filters } from "../../src/core/selection.ts";
import type { Additive, Component, Counts, Totals } from "../../src/cube/component.ts";
import { coversPeriod } from "../../src/cube/covered.ts";
import { LEFT_OUT } from "../../src/cube/hidden.ts";
import { componentsOf, factsOf, type Metric } from "../../src/cube/metric.ts";
import type { FactInfo } from "../../src/data/manifest.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import { isPoolOfRow, monthSql, partsSql } from "./cube-sql.ts";

/** What a reader may ask of a metric without splitting it. */
export interface Question {
  period: Period;
  filters?: Filters;
}

type Infos = ReadonlyMap<string, FactInfo>;

/** SQL of the rows of a fact that count for a question: by dates, never by way of a cube. */
function rowsSql({ over, time, first, last, pooling }: FactInfo, { period, filters = {} }: Question): string {
  const [from, to] = [Math.max(period.start, first), Math.min(period.end, last)];
  const within = `${time} between date '${firstDay(from)}' and date '${lastDay(to)}'`;
  const kept = {
    flow: within,
    stock: `${within} and ${monthSql(time)} = ${to}`,
    presence: `${within} and (is_entry or ${monthSql(time)} = ${from})`,
  }[over];
  const members = Object.entries(filters).map(
    ([dimension, ids]) => `${dimension} in (${ids.map((id) => `'${id.replaceAll("'", "''")}'`).join(", ")})`,
  );
  const shown = pooling ? [`not exists (select 1 from pools where pool = '${LEFT_OUT}' and ${isPoolOfRow(pooling, monthSql(time))})`] : [];
  return [kept, ...members, ...shown].map((condition) => `(${condition})`).join(" and ");
}

/** A fact and what it is asked. */
interface Asked {
  info: FactInfo;
  questions: readonly Question[];
}

/** One statement that asks a fact all its questions. */
const askAll = ({ info, questions }: Asked, columns: string, tail = ""): string =>
  questions
    .map(
      (question, place) =>
        `select ${place} as question, ${columns} from facts.${info.id} as facts where ${rowsSql(info, question)} ${tail}`,
    )
    .join("\nunion all\n");

/** Names what a component adds up to for the question at a place. */
const entryKey = (fact: string, id: string, place: number) => `${fact}.${id}.${place}`;

async function addUp(engine: Engine, asked: Asked, components: readonly Additive[]): Promise<[string, number][]> {
  if (components.length === 0) return [];
  const sums = components.map((component) => `${partsSql(component)} as "${component.id}"`);
  const rows = await rowsOf<Record<string, number | null> & { question: number }>(engine, askAll(asked, sums.join(", ")));
  return rows.flatMap((row) => components.map(({ id }): [string, number] => [entryKey(asked.info.id, id, row.question), row[id] ?? 0]));
}

async function countUp(engine: Engine, asked: Asked, { id, column, step }: Counts): Promise<[string, Map<number, number>][]> {
  const columns = `round(${column} / ${step}) as value, cast(count(*) as double) as cases`;
  const sql = askAll(asked, columns, `and ${column} is not null group by 2`);
  const rows = await rowsOf<{ question: number; value: number; cases: number }>(engine, sql);
  const byQuestion = Map.groupBy(rows, ({ question }) => question);
  return [...byQuestion].map(([place, counts]) => [
    entryKey(asked.info.id, id, place),
    new Map(counts.map(({ value, cases }) => [value, cases])),
  ]);
}

/** Every component that metrics need, once, by its fact. */
function componentsByFact(metrics: readonly Metric[]): Map<string, Component[]> {
  const all = metrics.flatMap((metric) => componentsOf(metric));
  const unique = [...new Map(all.map((component) => [`${component.of}.${component.id}`, component])).values()];
  return Map.groupBy(unique, ({ of }) => of);
}

/** Whether every fact of a metric covers a question's period. */
const isCovered = (infos: Infos, metric: Metric, { period }: Question): boolean =>
  factsOf(metric).every((fact) => {
    const info = infos.get(fact);
    return info !== undefined && coversPeriod(info, period);
  });

/**
 * The components of metrics for each question, by SQL straight from the facts: a second entry beside the cubes.
 * Null where a fact of the metric is not there or the question's period does not reach it.
 * Small groups are not pooled here: this never leaves the build.
 */
export async function totalsDirectly(
  engine: Engine,
  infos: Infos,
  metrics: readonly Metric[],
  questions: readonly Question[],
): Promise<Map<Metric, (Totals | null)[]>> {
  const sums = new Map<string, number>();
  const counts = new Map<string, ReadonlyMap<number, number>>();
  for (const [fact, components] of componentsByFact(metrics)) {
    const info = infos.get(fact);
    if (!info) continue;
    const additive = components.filter((component) => component.kind === "additive");
    for (const [key, sum] of await addUp(engine, { info, questions }, additive)) sums.set(key, sum);
    for (const component of components) {
      if (component.kind !== "counts") continue;
      for (const [key, cases] of await countUp(engine, { info, questions }, component)) counts.set(key, cases);
    }
  }
  const totals = ({ fact }: Metric, place: number): Totals => ({
    additive: ({ of = fact, id, parts }) => (sums.get(entryKey(of, id, place)) ?? 0) / (parts ?? 1),
    bound: () => "exact",
    counts: ({ of = fact, id }) => counts.get(entryKey(of, id, place)) ?? new Map(),
  });
  const totalsOf = (metric: Metric) =>
    questions.map((question, place) => (isCovered(infos, metric, question) ? totals(metric, place) : null));
  return new Map(metrics.map((metric) => [metric, totalsOf(metric)]));
}

/** The value of a metric computed by SQL straight from its facts, for one question. */
export async function evaluateDirectly(engine: Engine, infos: Infos, metric: Metric, question: Question): Promise<number | null> {
  const [totals] = (await totalsDirectly(engine, infos, [metric], [question])).get(metric) ?? [];
  return totals ? metric.value.finish(totals) : null;
}

/**
 * Whether two entries are the same number. Sums of fractions differ by the order in which they are added; of whole numbers, such as the
 * parts of amounts, the rounding of the last digit is all that may differ.
 */
export function agree(a: number | null, b: number | null, { isExact = false } = {}): boolean {
  if (a === null || b === null) return a === b;
  const size = Math.max(Math.abs(a), Math.abs(b));
  return Math.abs(a - b) <= (isExact ? 1e-15 * size : 1e-9 * Math.max(1, size));
}
