import { fewestBehindSums } from "../../src/analysis/crossed-sums.ts";
import type { Month } from "../../src/core/periods.ts";
import { LEFT_OUT } from "../../src/cube/hidden.ts";
import { monthSql } from "../cubes/cube-sql.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import type { PooledGroup } from "./fact-pools.ts";

interface Row extends Record<"department" | "cause", string> {
  month: Month;
  cases: number;
}

const DEALS = `
select ${monthSql("last_day")} as month, coalesce(department, '') as department, delay_cause as cause, cast(count(amount_cny) as double) as cases
from facts.delay_amounts
group by 1, 2, 3
order by 1, 2, 3`;

interface CausePoolOptions {
  minimum: number;
  /** Departments whose amounts are shown only as part of a pool. */
  delays: readonly PooledGroup[];
}

/** The deals of a month by what is shown of departments, a row each, and by cause. */
function tableOf(rows: readonly Row[], pooled: readonly PooledGroup[], causes: readonly string[]): number[][] {
  const poolOf = new Map(pooled.map(({ member, pool }) => [member, pool]));
  const shown = Map.groupBy(rows, ({ department }) => poolOf.get(department) ?? department);
  const casesOf = (own: readonly Row[], cause: string) =>
    own.filter((row) => row.cause === cause).reduce((sum, { cases }) => sum + cases, 0);
  return [...shown.values()].map((own) => causes.map((cause) => casesOf(own, cause)));
}

/** The causes of deals lost to delay that are left out: all of a month unless each has enough deals, in itself and in its difference from amounts by department. */
export async function causePools(engine: Engine, { minimum, delays }: CausePoolOptions): Promise<PooledGroup[]> {
  const months = Map.groupBy(await rowsOf<Row>(engine, DEALS), ({ month }) => month);
  return [...months].flatMap(([month, rows]) => {
    const causes = [...new Set(rows.map(({ cause }) => cause))];
    const table = tableOf(
      rows,
      delays.filter((group) => group.month === month),
      causes,
    );
    return fewestBehindSums(table) < minimum ? causes.map((member) => ({ month, area: "", member, pool: LEFT_OUT })) : [];
  });
}
