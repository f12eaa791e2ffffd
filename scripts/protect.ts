import { columnFromArray, tableFromColumns, utf8 } from "@uwdata/flechette";
import { poolSmallGroups, type SurveyGroup } from "../src/analysis/suppression.ts";
import { type Engine, rowsOf } from "./engine/engine.ts";

/**
 * How many people are behind each figure of a group: those who gave an item a score, by item, and those who took part, as ''.
 * A department that was invited and did not answer is a group of nobody.
 */
const people = (hasInvitations: boolean) => `
with answered as (
  select quarter, side, department, item as figure, count(*) as asked, count(score) as people
  from staging.survey
  group by quarter, side, department, item
)
select quarter, side, department, figure, cast(people as double) as people from answered
${
  hasInvitations
    ? `union all
select quarter, side, department, '' as figure, cast(coalesce(max(asked), 0) as double) as people
from staging.survey_invitations left join answered using (quarter, side, department)
group by quarter, side, department`
    : ""
}
order by quarter, side, department, figure`;

interface Row extends Record<"quarter" | "side" | "department" | "figure", string> {
  people: number;
}

type Group = SurveyGroup & { quarter: string };

/** The groups of the survey, quarter by quarter. */
async function readGroups(engine: Engine, tables: ReadonlySet<string>): Promise<Group[]> {
  if (!tables.has("survey")) return [];
  const rows = await rowsOf<Row>(engine, people(tables.has("survey_invitations")));
  const groups = Map.groupBy(rows, ({ quarter, side, department }) => JSON.stringify([quarter, side, department]));
  return [...groups.values()].map((own) => {
    const { quarter, side, department } = own[0] as Row;
    return { quarter, side, department, people: new Map(own.map((row) => [row.figure, row.people])) };
  });
}

/** Creates `pools`: one row per group of the survey that is not shown on its own, with the pool that holds its figures. */
export async function createPools(engine: Engine, minimum: number, tables: ReadonlySet<string>): Promise<void> {
  const surveys = Map.groupBy(await readGroups(engine, tables), ({ quarter }) => quarter);
  const pooled = [...surveys].flatMap(([quarter, groups]) =>
    [...poolSmallGroups(groups, minimum)].map(([group, pool]) => ({ ...group, quarter, pool })),
  );
  const column = (values: string[]) => columnFromArray(values, utf8());
  const table = tableFromColumns({
    quarter: column(pooled.map(({ quarter }) => quarter)),
    side: column(pooled.map(({ side }) => side)),
    department: column(pooled.map(({ department }) => department)),
    pool: column(pooled.map(({ pool }) => pool)),
  });
  await engine.load("small_groups", table);
  await engine.run(`create table pools as
    select months.month, small_groups.side, small_groups.department, small_groups.pool
    from small_groups join staging.months as months on months.quarter_told = small_groups.quarter`);
}
