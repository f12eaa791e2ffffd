import { isSafe, type PoolableGroup, poolSmallGroups } from "../../src/analysis/suppression.ts";
import { LEFT_OUT } from "../../src/cube/hidden.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import type { PublishedQuarter, SurveyRecord } from "./record.ts";

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
union all
select quarter, side, department, '' as figure, cast(coalesce(max(asked), 0) as double) as people
from answered ${hasInvitations ? "full join staging.survey_invitations using (quarter, side, department)" : ""}
group by quarter, side, department
order by quarter, side, department, figure`;

interface Row extends Record<"quarter" | "side" | "department" | "figure", string> {
  people: number;
}

type Group = PoolableGroup & { quarter: string };

/** The groups of the survey, quarter by quarter: departments within sides. */
async function readGroups(engine: Engine, tables: ReadonlySet<string>): Promise<Group[]> {
  if (!tables.has("survey")) return [];
  const rows = await rowsOf<Row>(engine, people(tables.has("survey_invitations")));
  const groups = Map.groupBy(rows, ({ quarter, side, department }) => JSON.stringify([quarter, side, department]));
  return [...groups.values()].map((own) => {
    const { quarter, side, department } = own[0] as Row;
    return { quarter, area: side, member: department, cases: new Map(own.map((row) => [row.figure, row.people])) };
  });
}

/** A group that is not shown on its own, and the pool that holds its figures. */
type Pooled = PublishedQuarter["pools"][number] & { quarter: string };

/** Sides with something published in a quarter: their pools stay as they were, so that no group steps out of one. */
function publishedSides({ facts }: PublishedQuarter): Set<string> {
  const sides = Object.values(facts).flatMap(({ columns, rows }) => {
    const [side, isHidden] = [columns.indexOf("side"), columns.indexOf("is_hidden")];
    return rows.filter((row) => row[isHidden] !== true).map((row) => String(row[side]));
  });
  return new Set(sides);
}

const ruleOf = (minimum: number) => ({ minimum, isOwnKnown: true });

/** The pools of a quarter: of sides that were published as they were then, of others by the people that they have now. */
function poolsOfQuarter(quarter: string, groups: readonly Group[], { minimum, published }: SurveyPoolOptions): Pooled[] {
  const before = published.quarters[quarter];
  const sides = before ? publishedSides(before) : new Set<string>();
  const kept = (before?.pools ?? []).filter(({ side }) => sides.has(side)).map((pooled) => ({ ...pooled, quarter }));
  const fresh = poolSmallGroups(
    groups.filter(({ area }) => !sides.has(area)),
    ruleOf(minimum),
  );
  return [...kept, ...[...fresh].map(([{ area: side, member: department }, pool]) => ({ quarter, side, department, pool }))];
}

/** Whether every pool that is shown still hides each of its groups. */
function areSafe(pooled: readonly Pooled[], groups: readonly Group[], minimum: number): boolean {
  const shown = pooled.filter(({ pool }) => pool !== LEFT_OUT);
  return [...Map.groupBy(shown, ({ pool }) => pool).values()].every((own) => {
    const members = groups.filter(({ area, member }) => own.some(({ side, department }) => side === area && department === member));
    return isSafe(members, ruleOf(minimum));
  });
}

export interface SurveyPoolOptions {
  /** People that a group needs to be shown on its own. */
  minimum: number;
  /** Tables that the engine holds as staging. */
  tables: ReadonlySet<string>;
  published: SurveyRecord;
}

/** How the groups of the survey may be shown. */
export interface SurveyPools {
  pooled: readonly Pooled[];
  /** Quarters whose pools, as they were published, would not hide each of their groups today. */
  unsafe: ReadonlySet<string>;
}

/** The groups of the survey that are not shown on their own, with the pools that hold their figures. */
export async function surveyPools(engine: Engine, options: SurveyPoolOptions): Promise<SurveyPools> {
  const surveys = Map.groupBy(await readGroups(engine, options.tables), ({ quarter }) => quarter);
  const quarters = [...new Set([...surveys.keys(), ...Object.keys(options.published.quarters)])];
  const pooled = quarters.map((quarter) => poolsOfQuarter(quarter, surveys.get(quarter) ?? [], options));
  const unsafe = quarters.filter((quarter, i) => !areSafe(pooled[i] ?? [], surveys.get(quarter) ?? [], options.minimum));
  return { pooled: pooled.flat(), unsafe: new Set(unsafe) };
}
