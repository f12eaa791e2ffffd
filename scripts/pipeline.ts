import { join } from "node:path";
import type { Table } from "../src/core/contract.ts";
import { firstDay, parseMonth, periodsBetween } from "../src/core/periods.ts";
import { minimumsOf } from "../src/core/pooling.ts";
import { workingWeek } from "../src/core/working-week.ts";
import { type Cubes, openCubes } from "../src/cube/cubes.ts";
import { factsOf, type Metric } from "../src/cube/metric.ts";
import { offered } from "../src/cube/offered.ts";
import type { ExportReports, Reach } from "../src/data/export-reports.ts";
import type { Manifest } from "../src/data/manifest.ts";
import type { SiteConfig } from "../src/data/site-config.ts";
import { isDayOff } from "./calendar/company-days.ts";
import type { Exported } from "./calendar/exported.ts";
import { readListedDays } from "./calendar/listed-days.ts";
import { monthsTable } from "./calendar/months.ts";
import { fewReachingInto } from "./calendar/reaching.ts";
import { springFestivals } from "./calendar/spring-festivals.ts";
import { createWorkingCalendar } from "./calendar/working-calendar.ts";
import { cubeFiles, pathsOf } from "./cubes/cube-files.ts";
import { type BuiltCube, buildCube } from "./cubes/cubes.ts";
import { describeDimensions, withOwnName } from "./cubes/dimensions.ts";
import { checkDoubleEntry } from "./cubes/double-entry.ts";
import { valuelessOf } from "./cubes/valueless.ts";
import { openDuckDbWasm } from "./engine/duckdb-wasm.ts";
import { type Engine, rowsOf } from "./engine/engine.ts";
import { coveredUntil, madeUntil, reachOfFact } from "./facts/coverage.ts";
import { type Fact, loadFacts, neededBy, withRead } from "./facts/facts.ts";
import { begunUntil, daysMissing } from "./facts/finished.ts";
import { type FrozenCells, holdFrozen } from "./protect/hold-frozen.ts";
import { overAnsweredQuarters } from "./protect/invitations.ts";
import { createPools } from "./protect/pools.ts";
import { publishProtected } from "./protect/publish.ts";
import { emptyRecord, readRecord, type SurveyRecord } from "./protect/record.ts";
import { requireRecord } from "./protect/require-record.ts";
import { createShownRoles } from "./protect/shown-roles.ts";
import { createSurveyScale } from "./protect/survey-scale.ts";
import { clockOf } from "./read/company-clock.ts";
import { patternsOutside } from "./read/outside.ts";
import { checkReferences } from "./reference/check-references.ts";
import { remarksOnAbsent } from "./reports/absent.ts";
import { comparedPromises, remarkOnPromises } from "./reports/compared-promises.ts";
import { reportExports } from "./reports/export-reports.ts";
import { remarkOnFinished } from "./reports/finished-cases.ts";
import { idleWords, remarkOnIdleWords } from "./reports/idle-words.ts";
import { remarksOnYears } from "./reports/provisional-years.ts";
import { remarkOnRejected } from "./reports/rejected.ts";
import { frozenCells } from "./snapshots/frozen-cells.ts";
import { snapshotsOf } from "./snapshots/places.ts";
import { checkConfiguration } from "./sources/configuration.ts";
import { type StagedTable, stageAll } from "./stage/stage-all.ts";
import { StagedRows } from "./stage/staged-rows.ts";
import { bytesOfFiles } from "./tools/bytes-of-files.ts";
import type { Progress } from "./tools/progress.ts";
import { loadMetrics, loadTables } from "./tools/registry.ts";
import { readYaml } from "./tools/yaml.ts";

/** What a run of the pipeline hands to a test or a benchmark; the engine is still open. */
export interface Built {
  engine: Engine;
  cubes: BuiltCube[];
  /** The cubes as they were computed: those of facts with small groups may be published otherwise. */
  computed: BuiltCube[];
  /** Arrow bytes of the cubes, by name of the file. */
  files: ReadonlyMap<string, Uint8Array>;
  /** What is then published of the survey. */
  record: SurveyRecord;
  manifest: Manifest;
  metrics: readonly Metric[];
  reports: ExportReports;
}

/** What is known of a fact that is made. */
type Made = Pick<Parameters<typeof buildCube>[3], "coverage" | "missing">;

/** Computes facts, each from the first month of the data to the day up to which it is known. */
async function computeFacts(engine: Engine, reach: Reach, facts: readonly Fact[], progress: Progress): Promise<Map<string, Made>> {
  const known = new Map<string, Made>();
  for (const fact of facts) {
    const byTables = reachOfFact(fact, reach);
    const missing = fact.cases ? await daysMissing(engine, fact.cases, byTables.until) : 0;
    const reached = fact.cases ? { ...byTables, begun: await begunUntil(engine, fact.cases, byTables.begun) } : byTables;
    const made = madeUntil(reached, fact, { asOf: reach.asOf, missing });
    const within = `${fact.time} >= date '${firstDay(reach.first)}' and ${fact.ends} <= date '${made}'`;
    const sql = `create table facts.${fact.id} as select * from (${fact.sql}) as fact where ${within}`;
    await progress.step(`fact ${fact.id}`, () => engine.run(sql));
    known.set(fact.id, { coverage: { from: reached.from, until: await coveredUntil(engine, fact, reached.begun, made) }, missing });
  }
  return known;
}

/** Puts tables that no export feeds beside the staged ones, without rows: facts that can do without them read them all the same. */
async function createEmpty(engine: Engine, tables: readonly Table[]): Promise<void> {
  for (const table of tables) await engine.load(`staging.${table.id}`, new StagedRows(table).finish());
}

/** Puts beside the staged tables what facts read of the company's time: its months and, where a fact asks for it, its working calendar. Gives the years whose days off are provisional. */
async function createTime(
  engine: Engine,
  { tables, site, reach, exported = [] }: Staged,
  facts: readonly Fact[],
): Promise<readonly string[]> {
  const { first, asOf } = reach;
  const reaching = (year: string) => fewReachingInto(exported, year, year < asOf.slice(0, 4) ? "starts" : "ends");
  await engine.load("staging.months", monthsTable(first, asOf, site.fiscal_year_starts));
  if (!facts.some(({ isOnWorkingTime }) => isOnWorkingTime)) return [];
  return createWorkingCalendar(engine, { tables, from: firstDay(first), asOf, week: workingWeek(site), reaching });
}

/** What is known of the tables that the engine holds as staging. */
export interface Staged {
  tables: ReadonlySet<string>;
  site: SiteConfig;
  reach: Reach;
  /** The exports, for a message on records that reach too far; default none. */
  exported?: readonly Exported[];
  /** What was published of the survey before; default nothing. */
  published?: SurveyRecord;
  /** What snapshots show; default none. */
  frozen?: readonly FrozenCells[];
  /** The only metrics for which there are to be facts and cubes; default all, and all facts. */
  metrics?: readonly Metric[];
  /** Every fact, each after those that it reads; default those of `scripts/facts/`. */
  facts?: readonly Fact[];
}

/** The month in whose row the answers of each quarter are shown: the last that it has so far. */
async function quarterMonths(engine: Engine): Promise<Map<string, number>> {
  const sql = "select quarter_told as quarter, month from staging.months where quarter_told is not null order by month";
  const rows = await rowsOf<{ quarter: string; month: number }>(engine, sql);
  return new Map(rows.map(({ quarter, month }) => [quarter, month]));
}

/** What the facts are rolled up to. */
export type RolledUp = Pick<Built, "cubes" | "computed" | "files" | "record" | "manifest" | "metrics">;

/** Staging, which the engine holds already → facts → cubes. */
export async function rollUpStaging(engine: Engine, staged: Staged, progress: Progress): Promise<RolledUp> {
  const { tables, site, reach, published = emptyRecord(site.minimum_group, site.company.zh, site.survey_scale), frozen = [] } = staged;
  const fiscalStart = site.fiscal_year_starts;
  const [metrics, contracts] = [staged.metrics ?? (await loadMetrics()), await loadTables()];
  const all = staged.facts ?? loadFacts();
  const facts = staged.metrics ? withRead(all, staged.metrics.flatMap(factsOf)) : all;
  const used = new Set(metrics.flatMap(factsOf));
  const available = facts.filter((fact) => used.has(fact.id) && neededBy(fact).every((table) => tables.has(table)));
  const read = withRead(
    facts,
    available.map(({ id }) => id),
  );
  await createEmpty(
    engine,
    contracts.filter(({ id }) => !tables.has(id)),
  );
  const provisionalYears = await createTime(engine, staged, read);
  await createShownRoles(engine, { tables, minimum: site.minimum_role_holders });
  await createSurveyScale(engine, site.survey_scale);
  const made = await computeFacts(engine, reach, read, progress);
  const pools = await createPools(engine, { minimums: minimumsOf(site), tables, facts: available, published });
  const computed: BuiltCube[] = [];
  for (const fact of available)
    computed.push(
      await progress.step(`cube ${fact.id}`, () =>
        buildCube(engine, fact, metrics, { ...(made.get(fact.id) as Made), fiscalStart, provisionalYears }),
      ),
    );
  const ends = await quarterMonths(engine);
  const { record, heldBack, ...today } = publishProtected(computed, { facts: available, published, pools, months: ends });
  requireRecord(record, frozen, ends);
  const { cubes, months: asFrozen } = holdFrozen(today.cubes, frozen, minimumsOf(site));
  const survey = { heldBack, overAnswered: await overAnsweredQuarters(engine, tables) };
  const promises = await comparedPromises(
    engine,
    read.some(({ id }) => id === "promises"),
  );
  const infos = cubes.map(({ info }) => info);
  const absent = facts
    .map((fact) => ({ id: fact.id, missing: neededBy(fact).filter((table) => !tables.has(table)) }))
    .filter((fact) => fact.missing.length > 0);
  const dimensions = withOwnName(await describeDimensions(engine, available, cubes, contracts), site.own_dimension);
  const files = cubeFiles(cubes);
  const { asOf, from, until, months } = reach;
  const time = { listed: await readListedDays(engine, tables), week: workingWeek(site) };
  const offeredMetrics = metrics.map((metric) => offered(metric, infos));
  const manifest = {
    asOf,
    from,
    until,
    months,
    provisionalYears: [...provisionalYears],
    springFestivals: springFestivals(time, from, until),
    facts: infos,
    valueless: [],
    absent,
    dimensions,
    survey,
    asFrozen,
    promises,
    files: pathsOf(files),
  };
  const valueless = valuelessOf(
    openCubes(manifest, (file) => files.get(file) as Uint8Array),
    offeredMetrics,
    fiscalStart,
  );
  return { cubes, computed, files, record, manifest: { ...manifest, valueless }, metrics: offeredMetrics };
}

/** Exports above this many bytes may not fit in the engine's memory with all that is made of them. */
const LARGE = 400_000_000;

/** An engine that has the schemas of the states of data. */
async function openEngine(dataDir: string): Promise<Engine> {
  const engine = await openDuckDbWasm({ isLarge: bytesOfFiles(dataDir, ["**", ...patternsOutside(dataDir)]) > LARGE });
  await engine.run("create schema staging; create schema facts");
  return engine;
}

type BuiltOfExports = Built & {
  site: SiteConfig;
  tables: Map<string, StagedTable>;
  /** What the build says of the time that the exports cover, and of what was published before. */
  remarks: string[];
};

/** Exports → staging → facts → cubes, with every check on the way; nothing is written but the rejects. No engine stays open when it throws. */
export async function computeCubes(dataDir: string, progress: Progress): Promise<BuiltOfExports> {
  let opening: Promise<Engine> | undefined;
  // opening stops this thread for a while, so that threads of staging have to be running by then
  const opened = () => (opening ??= openEngine(dataDir));
  try {
    return await computeIn(opened, dataDir, progress);
  } catch (error) {
    await opening?.then((engine) => engine.close()).catch(() => undefined);
    throw error;
  }
}

async function computeIn(opened: () => Promise<Engine>, dataDir: string, progress: Progress): Promise<BuiltOfExports> {
  const site = await checkConfiguration(dataDir, await loadTables());
  const onTable = async ({ table, bytes }: StagedTable) => {
    const engine = await opened();
    await progress.step(`load ${table.id}`, () => engine.load(`staging.${table.id}`, bytes));
  };
  const { tables, missing } = await stageAll({ dataDir, clock: clockOf(site), progress, onTable, check: checkReferences });
  const engine = await opened();
  const exported = [...tables.values()].filter(({ table }) => !table.isReference);
  const time = { listed: await readListedDays(engine, new Set(tables.keys())), week: workingWeek(site) };
  const { remarks, ...reports } = reportExports(exported, site, (day) => isDayOff(time, day));
  const { record: published, remarks: ofRecord } = readRecord(dataDir, site);
  const staged: Staged = {
    tables: new Set(tables.keys()),
    site,
    reach: reports.reach,
    exported,
    published,
    frozen: frozenCells(snapshotsOf(dataDir)),
  };
  const rolledUp = await rollUpStaging(engine, staged, progress);
  const { provisionalYears, promises, facts } = rolledUp.manifest;
  const further = [
    ...remarksOnAbsent([...tables.values()]),
    ...ofRecord,
    ...remarksOnYears(provisionalYears, tables),
    ...remarkOnFinished(facts),
    ...remarkOnPromises(promises),
    ...remarkOnIdleWords(idleWords(exported), readYaml(join(dataDir, "sources.yaml")).lineOf),
    ...remarkOnRejected([...tables.values()]),
  ];
  return { engine, ...rolledUp, reports: { ...reports, missing }, remarks: [...remarks, ...further], site, tables };
}

/** The cubes as they were computed: what is published of small groups is less. */
export function openComputed({ computed, files, manifest }: Pick<Built, "computed" | "files" | "manifest">): Cubes {
  const asComputed = new Map([...files, ...cubeFiles(computed.filter(({ info }) => info.pooling !== null))]);
  const facts = computed.map(({ info }) => info);
  return openCubes({ ...manifest, facts }, (file) => asComputed.get(file) as Uint8Array);
}

/** Checks every metric by double entry, as it was computed, over all months at once and quarter by quarter. */
export async function checkEveryMetric(engine: Engine, rolledUp: RolledUp, site: SiteConfig, progress: Progress): Promise<void> {
  const { manifest, metrics } = rolledUp;
  const [first, last] = [Math.min(...manifest.facts.filter(({ rows }) => rows > 0).map((fact) => fact.first)), parseMonth(manifest.asOf)];
  const periods = [[{ grain: "month" as const, start: first, end: last }], periodsBetween(first, last, "quarter", site.fiscal_year_starts)];
  await progress.step("double entry", () => checkDoubleEntry(engine, openComputed(rolledUp), metrics, periods));
}
