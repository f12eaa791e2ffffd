import { isoDay } from "../../src/core/days.ts";
import { NOT_STATED } from "../../src/core/not-stated.ts";
import { type Reference, reference } from "../../src/data/reference.ts";
import sla from "../../src/tables/sla.ts";
import { type Engine, rowsOf } from "../engine/engine.ts";
import { shownGoals } from "../protect/shown-goals.ts";

type Row = Record<string, unknown>;

const labelOf = (row: Row) => ({ zh: row["zh"], en: row["en"] });
const dayOrNull = (milliseconds: unknown) => (milliseconds === null ? null : isoDay(Number(milliseconds)));
const listOf = (words: unknown, separator: RegExp): string[] => (typeof words === "string" ? words.split(separator).filter(Boolean) : []);

const dutyOf = (row: Row) => ({
  department: row["department"],
  stage: row["stage"],
  duty: { zh: row["duty_zh"], en: row["duty_en"] },
  output: row["output"],
  request_types: listOf(row["request_types"], /\s+/),
  metrics: listOf(row["metrics"], /\s+/),
});

const goalOf = (row: Row) => ({
  goal: row["goal_id"],
  period: row["period"],
  level: row["level"],
  department: row["department"],
  role: row["role"],
  parent: row["parent_goal_id"],
  links: listOf(row["linked_goal_ids"], /[;\s]+/),
  measure: { zh: row["measure"], en: row["measure_en"] ?? row["measure"] },
  target: row["target"],
  actual: row["actual"],
  isLowerBetter: row["better"] === "lower",
});

/** Whether a rule is one of the matrix: of a department for a type of request, not for one priority. */
const isOfMatrix = (row: Row) => row["department"] !== NOT_STATED && row["request_type"] !== NOT_STATED && row["priority"] === NOT_STATED;

/** Promises, with their limits in hours of their own clock. */
const ruleOf = (row: Row, hoursADay: number) => ({
  department: row["department"],
  request_type: row["request_type"],
  promise: row["promise"],
  time_limit: row["time_limit"],
  clock: row["clock"],
  limit_hours: Number(row["time_limit"]) * (row["clock"] === "working_days" ? hoursADay : 1),
  from: isoDay(Number(row["valid_from"])),
  to: dayOrNull(row["valid_to"]),
});

const NAMED = ["request_type", "output"];

/** Members of dimensions that the matrix is made of. */
const namesOf = (members: readonly Row[]) =>
  Object.fromEntries(
    members
      .filter(({ dimension }) => NAMED.includes(String(dimension)))
      .map((row) => [`${row["dimension"]}.${row["member"]}`, labelOf(row)]),
  );

const PROMISES = Object.fromEntries(Object.entries(sla.columns.promise.values ?? {}).map(([id, label]) => [`promise.${id}`, label]));

/** What the pages are given besides figures. */
export interface ReferenceOptions {
  tables: { has(table: string): boolean };
  /** Working hours of a working day. */
  hoursADay: number;
}

/** The hand-kept tables, and the goals, in the form that the pages use; a table that is not there is empty. */
export async function readReference(engine: Engine, { tables, hoursADay }: ReferenceOptions): Promise<Reference> {
  const rows = async (table: string): Promise<Row[]> => (tables.has(table) ? rowsOf<Row>(engine, `select * from staging.${table}`) : []);
  const { goals, hidden } = tables.has("goals") ? await shownGoals(engine) : { goals: [], hidden: [] };
  return reference.parse({
    targets: await rows("targets"),
    benchmarks: (await rows("benchmarks")).map((row) => ({
      metric: row["metric"],
      kind: row["kind"],
      value: row["value"],
      label: labelOf(row),
      source: { zh: row["source_zh"], en: row["source_en"] },
    })),
    annotations: (await rows("annotations")).map((row) => ({ on: isoDay(Number(row["on"])), metric: row["metric"], label: labelOf(row) })),
    decisions: (await rows("decisions")).map((row) => ({
      on: isoDay(Number(row["decided_on"])),
      metric: row["metric"],
      expected: row["expected"],
      department: row["department"],
      label: labelOf(row),
    })),
    ratios: await rows("responsibility_ratios"),
    departments: (await rows("departments")).map(({ department, stage }) => ({ department, stage })),
    duties: (await rows("responsibilities")).map(dutyOf),
    rules: (await rows("sla")).filter(isOfMatrix).map((row) => ruleOf(row, hoursADay)),
    goals: goals.map(goalOf),
    hiddenGoals: hidden,
    names: { ...namesOf(await rows("members")), ...PROMISES },
    roles: Object.fromEntries(
      (await rows("members")).filter(({ dimension }) => dimension === "role").map((row) => [row["member"], labelOf(row)]),
    ),
  });
}
