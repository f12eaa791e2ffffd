import { columnFromArray, tableFromColumns, utf8 } from "@uwdata/flechette";
import { poolSmallGroups, type SurveyGroup } from "../src/analysis/suppression.ts";
import { type Engine, rowsOf } from "./engine/engine.ts";

/**
 * Groups of the survey with their size: the fewest people who answered an item that anybody answered.
 * A department that was invited and did not answer is a group of 0.
 */
const sizes = (hasInvitations: boolean) => `
with answered as (
  select quarter, side, department, item, count(score) as people
  from staging.survey
  group by quarter, side, department, item
),
groups as (
  select quarter, side, department, min(people) filter (where people > 0) as people
  from answered
  group by quarter, side, department
  ${hasInvitations ? "union all select quarter, side, department, null from staging.survey_invitations" : ""}
)
select quarter, side, department, cast(coalesce(max(people), 0) as double) as size
from groups
group by quarter, side, department
order by quarter, side, department`;

/** Creates `pools`: one row per group of the survey that is not shown on its own, with the pool that holds its figures. */
export async function createPools(engine: Engine, minimum: number, tables: ReadonlySet<string>): Promise<void> {
  const groups = tables.has("survey") ? await rowsOf<SurveyGroup & { quarter: string }>(engine, sizes(tables.has("survey_invitations"))) : [];
  const pooled = [...Map.groupBy(groups, ({ quarter }) => quarter).values()].flatMap((survey) => [...poolSmallGroups(survey, minimum)]);
  const column = (values: string[]) => columnFromArray(values, utf8());
  const table = tableFromColumns({
    quarter: column(pooled.map(([group]) => (group as (typeof groups)[number]).quarter)),
    side: column(pooled.map(([{ side }]) => side)),
    department: column(pooled.map(([{ department }]) => department)),
    pool: column(pooled.map(([, pool]) => pool)),
  });
  await engine.load("small_groups", table);
  await engine.run(`create table pools as
    select months.month, small_groups.side, small_groups.department, small_groups.pool
    from small_groups join staging.months as months on months.quarter_ended = small_groups.quarter`);
}
