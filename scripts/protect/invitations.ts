import { type Engine, rowsOf } from "../engine/engine.ts";

/** Quarters in which a group of the survey gave more answers to an item than people were invited, in order. */
const OVER_ANSWERED = `
with answered as (
  select quarter, side, department, item, count(*) as people
  from staging.survey
  group by quarter, side, department, item
)
select distinct answered.quarter
from answered
left join staging.survey_invitations as invitations
  on invitations.quarter = answered.quarter and invitations.side = answered.side and invitations.department = answered.department
where answered.people > coalesce(invitations.invited, 0)
order by answered.quarter`;

/** Quarters of the survey with a group of more answers than invitations; none where one of the tables is not there. */
export async function overAnsweredQuarters(engine: Engine, tables: ReadonlySet<string>): Promise<string[]> {
  if (!tables.has("survey") || !tables.has("survey_invitations")) return [];
  return (await rowsOf<{ quarter: string }>(engine, OVER_ANSWERED)).map(({ quarter }) => quarter);
}
