import { isoOf } from "../../../src/core/days.ts";
import { firstDay, parseMonth } from "../../../src/core/periods.ts";
import { hoursADay } from "../../../src/core/working-hours.ts";
import { openCubes } from "../../../src/cube/cubes.ts";
import type { Metric } from "../../../src/cube/metric.ts";
import type { Topic } from "../../../src/cube/topic.ts";
import { type Site, summedUpOf } from "../../../src/site/site.ts";
import { openDuckDbWasm } from "../../engine/duckdb-wasm.ts";
import type { Engine } from "../../engine/engine.ts";
import { rollUpStaging } from "../../pipeline.ts";
import { readReference } from "../../reference/read-reference.ts";
import { LAST_DAY } from "../../sample/calendar.ts";
import { makeSample } from "../../sample/make-sample.ts";
import { NO_STORIES } from "../../sample/stories.ts";
import { silentProgress } from "../../tools/progress.ts";
import { loadMetrics, loadTables, loadTopics } from "../../tools/registry.ts";
import { readKeptByHand, stagedSample } from "../sample-staging.ts";

/** Fewer than the sample has, since they take the time; all else is of the usual size. */
const ORDERS = 10_000;

/** The first months are left out: what follows from a request, a lead or an order comes days or weeks after it. */
const FIRST_MONTH = parseMonth("2024-01");

/** The lead metrics of the overview, and SLA attainment, by which departments are judged. */
async function judgedMetrics(topics: readonly Topic[]): Promise<Metric[]> {
  const judged = [...summedUpOf({ topics }).map(({ id }) => id), "matrix"];
  return (await loadMetrics()).filter(({ isLead, topic }) => isLead && judged.includes(topic));
}

/** Makes sites of companies in which nothing happens, in one engine. */
export interface StillCompanies {
  /** The same seed gives the same company. */
  siteOf(seed: string): Promise<Site>;
  close(): Promise<void>;
}

/** Every promise has always been what it is today. */
const SAME_RULES = `
  delete from staging.sla where valid_to is not null;
  update staging.sla set valid_from = date '2023-01-01'`;

async function emptyEngine(engine: Engine): Promise<void> {
  await engine.run("drop schema if exists staging cascade; drop schema if exists facts cascade; drop table if exists pools");
  await engine.run("create schema staging; create schema facts");
}

export async function openStillCompanies(): Promise<StillCompanies> {
  const [engine, topics, tables] = [await openDuckDbWasm(), await loadTopics(), await loadTables()];
  const metrics = await judgedMetrics(topics);
  const { site: config, references } = await readKeptByHand();
  const asOf = isoOf(LAST_DAY);
  const reach = { first: FIRST_MONTH, asOf, from: firstDay(FIRST_MONTH), until: asOf, months: [], tables: {} };

  async function stage(seed: string): Promise<Set<string>> {
    const { orders, ...others } = makeSample(ORDERS, { company: { stories: NO_STORIES, seed }, scale: 1 });
    const rows: Record<string, Iterable<object>> = { ...others, orders: orders() };
    await emptyEngine(engine);
    for (const [id, table] of references) await engine.load(`staging.${id}`, table);
    const exported = tables.filter(({ id }) => rows[id]);
    for (const table of exported) await engine.load(`staging.${table.id}`, stagedSample(table, rows[table.id] ?? []));
    await engine.run(SAME_RULES);
    return new Set([...references.keys(), ...exported.map(({ id }) => id)]);
  }

  return {
    async siteOf(seed) {
      const staged = { tables: await stage(seed), site: config, reach, metrics };
      const { files, manifest, metrics: judged } = await rollUpStaging(engine, staged, silentProgress);
      const reference = await readReference(engine, { tables: staged.tables, hoursADay: hoursADay(config.working_hours) });
      return {
        config,
        metrics: judged,
        topics,
        cubes: openCubes(manifest, (file) => files.get(file) as Uint8Array),
        reference,
        tables: {},
      };
    },
    close: () => engine.close(),
  };
}
