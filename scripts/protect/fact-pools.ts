import { type PoolableGroup, poolSmallGroups } from "../../src/analysis/suppression.ts";
import type { Month } from "../../src/core/periods.ts";
import { monthSql } from "../cubes/cube-sql.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import type { Fact } from "../facts/facts.ts";

/** A group of a month that is not shown on its own, and the pool that holds its figures. */
export interface PooledGroup extends Pick<PoolableGroup, "area" | "member"> {
  month: Month;
  pool: string;
}

interface Row extends Pick<PoolableGroup, "area" | "member"> {
  month: Month;
  cases: number;
}

/** The groups of a fact that are not shown on their own, by the cases that they have in each month. */
export async function factPools(engine: Engine, { id, time, people, pooling }: Fact, minimum: number): Promise<PooledGroup[]> {
  if (!pooling) return [];
  const sql = `
    select ${monthSql(time)} as month, ${pooling.area ?? "''"} as area, coalesce(${pooling.group}, '') as member, cast(${people} as double) as cases
    from facts.${id} group by 1, 2, 3 order by 1, 2, 3`;
  const months = Map.groupBy(await rowsOf<Row>(engine, sql), ({ month }) => month);
  return [...months].flatMap(([month, rows]) => {
    const groups = rows.map(({ area, member, cases }) => ({ area, member, cases: new Map([["", cases]]) }));
    const pools = poolSmallGroups(groups, { minimum, isOwnKnown: false });
    return [...pools].map(([{ area, member }, pool]) => ({ month, area, member, pool }));
  });
}
