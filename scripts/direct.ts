import type { Period } from "../src/core/periods.ts";
import { firstDay, lastDay } from "../src/core/periods.ts";
import type { Filters } from "../src/core/selection.ts";
import type { Additive, Counts, Totals } from "../src/cube/component.ts";
import { LEFT_OUT } from "../src/cube/hidden.ts";
import type { FactInfo } from "../src/cube/manifest.ts";
import { componentsOf, type Metric } from "../src/cube/metric.ts";
import { monthSql } from "./cubes.ts";
import { type Engine, rowsOf } from "./engine/engine.ts";

/** What a reader may ask of a metric without splitting it. */
export interface Question {
  period: Period;
  filters?: Filters;
}

/** SQL of the rows of a fact that count for a question: by dates, never by way of a cube. */
function rowsSql({ over, time, first, last, isProtected }: FactInfo, { period, filters = {} }: Question): string {
  const [from, to] = [Math.max(period.start, first), Math.min(period.end, last)];
  const within = `${time} between date '${firstDay(from)}' and date '${lastDay(to)}'`;
  const kept = {
    flow: within,
    stock: `${within} and ${monthSql(time)} = ${to}`,
    presence: `${within} and (is_entry or ${monthSql(time)} = ${from})`,
  }[over];
  const members = Object.entries(filters).map(([dimension, ids]) => `${dimension} in (${ids.map((id) => `'${id.replaceAll("'", "''")}'`).join(", ")})`);
  const shown = isProtected
    ? [`not exists (select 1 from pools where pool = '${LEFT_OUT}' and pools.month = ${monthSql(time)} and pools.side = facts.side and pools.department = facts.department)`]
    : [];
  return [kept, ...members, ...shown].map((condition) => `(${condition})`).join(" and ");
}

/**
 * The value of a metric computed by SQL straight from its facts, as a second entry beside the one that `evaluate` makes from cubes.
 * Small groups are not pooled here: this never leaves the build.
 */
export async function evaluateDirectly(engine: Engine, infos: ReadonlyMap<string, FactInfo>, metric: Metric, question: Question): Promise<number | null> {
  const sums = new Map<string, number>();
  const counts = new Map<string, Map<number, number>>();
  for (const [fact, components] of Map.groupBy(componentsOf(metric), ({ of }) => of)) {
    const info = infos.get(fact);
    if (!info || question.period.end < info.first || question.period.start > info.last) return null;
    const where = rowsSql(info, question);
    const additive = components.filter((component) => component.kind === "additive");
    if (additive.length > 0) {
      const [row] = await rowsOf<Record<string, number>>(engine, `select ${additive.map(({ id, sql }) => `${sql} as "${id}"`).join(", ")} from facts.${fact} as facts where ${where}`);
      for (const { id } of additive) sums.set(`${fact}.${id}`, Number(row?.[id] ?? 0));
    }
    for (const component of components) {
      if (component.kind !== "counts") continue;
      const { column, step } = component;
      const rows = await rowsOf<{ value: number; cases: number }>(
        engine,
        `select round(${column} / ${step}) as value, count(*) as cases from facts.${fact} as facts where ${where} and ${column} is not null group by 1`,
      );
      counts.set(`${fact}.${component.id}`, new Map(rows.map(({ value, cases }) => [value, cases])));
    }
  }
  const of = (component: Additive | Counts) => `${component.of ?? metric.fact}.${component.id}`;
  const totals: Totals = { additive: (component) => sums.get(of(component)) ?? 0, counts: (component) => counts.get(of(component)) ?? new Map() };
  return metric.value.finish(totals);
}

/** Whether two entries are the same number; sums of fractions differ by the order in which they are added. */
export const agree = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
