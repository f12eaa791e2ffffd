import { columnFromArray, int32, tableFromColumns, utf8 } from "@uwdata/flechette";
import type { Month } from "../../src/core/periods.ts";
import type { Minimums, PoolSet } from "../../src/core/pooling.ts";
import { isRecorded } from "../cubes/cubes.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import type { Fact } from "../facts/facts.ts";
import { causePools } from "./cause-pools.ts";
import { factPools, type PooledGroup } from "./fact-pools.ts";
import type { SurveyRecord } from "./record.ts";
import { type SurveyPools, surveyPools } from "./survey-pools.ts";

export interface PoolOptions {
  minimums: Minimums;
  /** Tables that the engine holds as staging. */
  tables: ReadonlySet<string>;
  /** Facts that the engine holds. */
  facts: readonly Fact[];
  published: SurveyRecord;
}

type Row = PooledGroup & { set: PoolSet };

/** The groups of the survey by the month in whose row the answers of their quarter are shown. */
async function ofSurvey(engine: Engine, { pooled }: SurveyPools): Promise<Row[]> {
  const sql = "select month, quarter_told as quarter from staging.months where quarter_told is not null";
  const months = new Map((await rowsOf<{ month: Month; quarter: string }>(engine, sql)).map(({ month, quarter }) => [quarter, month]));
  return pooled.flatMap(({ quarter, side, department, pool }) => {
    const month = months.get(quarter);
    return month === undefined ? [] : { set: "survey" as const, month, area: side, member: department, pool };
  });
}

async function ofFacts(engine: Engine, { facts, minimums }: PoolOptions): Promise<Row[]> {
  const rows: Row[] = [];
  for (const fact of facts) {
    const set = fact.pooling?.set;
    if (set === undefined || isRecorded(fact)) continue;
    const minimum = minimums[set];
    const delays = rows.filter((row) => row.set === "delays");
    const groups = set === "delay_causes" ? await causePools(engine, { minimum, delays }) : await factPools(engine, fact, minimum);
    rows.push(...groups.map((group) => ({ ...group, set })));
  }
  return rows;
}

/** Creates `pools`: one row per group that is not shown on its own, with its month and the pool that holds its figures. */
export async function createPools(engine: Engine, options: PoolOptions): Promise<SurveyPools> {
  const survey = await surveyPools(engine, { ...options, minimum: options.minimums.survey });
  const rows = [...(await ofSurvey(engine, survey)), ...(await ofFacts(engine, options))];
  const texts = (of: (row: Row) => string) => columnFromArray(rows.map(of), utf8());
  const table = tableFromColumns({
    pool_set: texts(({ set }) => set),
    month: columnFromArray(
      rows.map(({ month }) => month),
      int32(),
    ),
    area: texts(({ area }) => area),
    member: texts(({ member }) => member),
    pool: texts(({ pool }) => pool),
  });
  await engine.load("pools", table);
  return survey;
}
