import { type BuiltCube, buildCube, isRecorded } from "../../scripts/cubes/cubes.ts";
import { type Publication, publishProtected } from "../../scripts/protect/publish.ts";
import { emptyRecord, type SurveyRecord } from "../../scripts/protect/record.ts";
import { loadMetrics } from "../../scripts/tools/registry.ts";
import { parseMonth } from "../../src/core/periods.ts";
import { NO_REMARKS } from "../cube/tiny.ts";
import type { Given, Workshop } from "../facts/workshop.ts";
import type { Published } from "./published.ts";

export const MINIMUM = 5;

const UNTIL = "2026-12-31";
const METRICS = await loadMetrics();

export interface Survey {
  survey: readonly Given[];
  invited: readonly Given[];
  /** Default one of the process and one of the mechanism. */
  items?: readonly Given[];
}

const ITEMS: Given[] = [
  { item: "process_clear", aspect: "process" },
  { item: "mechanism_goals", aspect: "mechanism" },
];

export const answers = (department: string, item: string, given: readonly (number | null)[], side = "support") =>
  given.map((score): Given => ({ quarter: "2026Q1", side, department, item, score }));
export const invite = (department: string, invited: number, side = "support"): Given => ({ quarter: "2026Q1", side, department, invited });
export const scores = (count: number) => Array.from({ length: count }, (_, i) => (i % 5) + 1);

/** The protected facts of a survey of the first quarter, computed, rolled up and published as a build does, after what was published before. */
export async function publishSurvey(
  workshop: Workshop,
  { survey, invited, items = ITEMS }: Survey,
  published: SurveyRecord = emptyRecord(MINIMUM),
): Promise<Published & Publication> {
  const { engine, facts } = workshop;
  const tables = { survey, survey_invitations: invited, survey_items: items };
  const pools = await workshop.stage(tables, { minimum: MINIMUM, published });
  const computed: BuiltCube[] = [];
  for (const fact of facts.filter(isRecorded)) {
    await workshop.rowsOfFact(fact.id);
    computed.push(await buildCube(engine, fact, METRICS, { coverage: { from: "2000-01-01", until: UNTIL }, fiscalStart: 1 }));
  }
  const publication = publishProtected(computed, { facts, published, pools, months: new Map([["2026Q1", parseMonth("2026-03")]]) });
  const infos = publication.cubes.map(({ info }) => info);
  const reach = { asOf: UNTIL, from: "2000-01-01", until: UNTIL, months: [], provisionalYears: [], springFestivals: [], valueless: [] };
  return { ...publication, engine, manifest: { ...reach, facts: infos, absent: [], dimensions: [], ...NO_REMARKS, files: {} } };
}
