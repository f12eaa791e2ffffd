import type { FactInfo } from "../../src/data/manifest.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import type { Fact } from "../facts/facts.ts";
import { monthSql } from "./cube-sql.ts";

/** The figures of a fact that rest on working time, each with the months whose rows rest on days of provisional years; those without such a month left out. */
export async function provisionalFigures(
  engine: Engine,
  { id, time, onWorkingTime }: Pick<Fact, "id" | "time" | "onWorkingTime">,
  years: readonly string[],
): Promise<FactInfo["provisional"]> {
  if (years.length === 0) return [];
  const found: FactInfo["provisional"] = [];
  for (const { figures, upTo } of onWorkingTime) {
    const isProvisional = `extract(year from ${upTo}) in (${years.join(", ")})`;
    const sql = `select distinct ${monthSql(time)} as "month" from facts.${id} where ${isProvisional} order by 1`;
    const months = (await rowsOf<{ month: number }>(engine, sql)).map(({ month }) => month);
    if (months.length > 0) found.push({ figures: [...figures], months });
  }
  return found;
}
