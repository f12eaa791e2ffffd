import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import type { CompanyClock } from "../../scripts/read/company-clock.ts";
import { type Staging, stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { choice, date, flag, integer, key, number, quarter, reference, text, timestamp } from "../../src/core/columns.ts";
import { defineTable, type Table } from "../../src/core/contract.ts";
import { notBefore } from "../../src/core/rules.ts";
import { SURVEY_SCALE } from "../../src/core/survey-scale.ts";

const said = { label: { zh: "列", en: "Column" }, description: { zh: "列。", en: "A column." }, publish: "never" as const };
const needed = { ...said, required: true as const };
const optional = { ...said, required: false as const };
const named = { label: { zh: "表", en: "Table" }, description: { zh: "表。", en: "A table." } };

const regions = defineTable({
  id: "sales_regions",
  ...named,
  isReference: true,
  key: ["region"],
  columns: { region: key({ ...needed, example: "east" }), is_active: flag({ ...needed, example: "1" }) },
});

const deals = defineTable({
  id: "deals",
  ...named,
  key: ["deal_id"],
  time: "signed_on",
  columns: {
    deal_id: key({ ...needed, example: "D-1" }),
    signed_on: date({ ...needed, example: "2026-01-02" }),
    region: reference({ ...optional, example: "east", references: "sales_regions.region" }),
    amount_cny: number({ ...optional, example: "10", min: 0 }),
    note: text({ ...optional, example: "new" }),
  },
});

const visits = defineTable({
  id: "visits",
  ...named,
  key: ["deal_id", "started_at"],
  time: "started_at",
  columns: {
    deal_id: reference({ ...needed, example: "D-1", references: "deals.deal_id" }),
    started_at: timestamp({ ...needed, example: "2026-01-02 09:30" }),
    ended_at: timestamp({ ...optional, example: "2026-01-02 10:30" }),
    kind: choice({ ...optional, example: "call", values: { call: { zh: "电话", en: "Call" }, visit: { zh: "拜访", en: "Visit" } } }),
    people: integer({ ...optional, example: "2", min: 1, max: 50 }),
    is_first: flag({ ...optional, example: "1" }),
  },
  rules: [notBefore("ended_at", "started_at")],
});

const answers = defineTable({
  id: "answers",
  ...named,
  key: [],
  time: "quarter",
  columns: { quarter: quarter({ ...needed, example: "2026Q1" }), score: integer({ ...optional, example: "4" }) },
});

/** How the companies of tests count time, unless a test is about it. */
export const CLOCK: CompanyClock = { fiscalStart: 1, timeZone: "Asia/Shanghai", currency: "CNY", surveyScale: SURVEY_SCALE };

/** Small contracts that have every kind of column, key, rule and reference. */
export const TABLES = [visits, deals, answers, regions] as readonly { id: string }[] as readonly Table[];

export const DEALS_HEADER = "deal_id,signed_on,region,amount_cny,note";

/** A data folder below the system's temporary one, with the given files; `exports` becomes its sources.yaml. */
export function dataFolder(exports: Record<string, object | object[]>, files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "tandem-"));
  const filled = Object.entries(exports).map(([id, source]) => [
    id,
    Array.isArray(source) ? source : { system: "CRM", rhythm: "daily", max_rejected: 1, ...source },
  ]);
  const all = { "sources.yaml": stringify({ exports: Object.fromEntries(filled) }), ...files };
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export const stageFolder = (dataDir: string, clock: Partial<CompanyClock> = {}): Promise<Staging> =>
  stageAll({ dataDir, clock: { ...CLOCK, ...clock }, progress: silentProgress, tables: TABLES });

/** Stages `deals` from one file. */
export const stageDeals = (content: string | Uint8Array, source: object = {}, file = "exports/deals.csv"): Promise<Staging> =>
  stageFolder(dataFolder({ deals: { files: file, ...source } }, { [file]: content }));
