import { describe, expect, test } from "vitest";
import { checkMetricReferences } from "../../scripts/reference/metric-references.ts";
import { stageAll } from "../../scripts/stage/stage-all.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { CLOCK } from "../stage/folder.ts";
import { companyFolder } from "./company.ts";

const METRICS = [{ id: "time-to-approval" }, { id: "open-backlog" }];

/** A row of every reference table that names a metric. */
const TABLES: Readonly<Record<string, readonly [string, (metric: string) => string]>> = {
  targets: ["metric,period,target", (metric) => `${metric},2026,5`],
  benchmarks: ["metric,kind,value,zh,en,source_zh,source_en", (metric) => `${metric},industry,3,行业,Industry,来源,Source`],
  annotations: ["on,metric,zh,en", (metric) => `2026-01-01,${metric},事,Event`],
  decisions: ["decided_on,metric,department,zh,en", (metric) => `2026-01-01,${metric},sales,定,Decision`],
};

async function check(files: Record<string, readonly string[]>): Promise<void> {
  const dataDir = companyFolder({ files });
  const { tables } = await stageAll({ dataDir, clock: CLOCK, progress: silentProgress });
  checkMetricReferences(tables.values(), METRICS);
}

describe("checkMetricReferences", () => {
  test.each(Object.entries(TABLES))("names file, line and column of a metric that does not exist: %s", async (table, [header, row]) => {
    const lines = [header, row("open-backlog"), "", row("open-backlgo")];
    await expect(check({ [`reference/${table}`]: lines })).rejects.toThrow(
      `1 unknown metric in reference tables\n  reference/${table}.csv:4 metric: expected the id of a metric such as open-backlog, found open-backlgo`,
    );
  });

  test("names those that there are when none is near, and all offenders at once", async () => {
    const [targets, decisions] = [TABLES["targets"], TABLES["decisions"]];
    const files = {
      "reference/targets": [targets?.[0] ?? "", targets?.[1]("profit") ?? ""],
      "reference/decisions": [decisions?.[0] ?? "", decisions?.[1]("people") ?? ""],
    };
    await expect(check(files)).rejects.toThrow(
      [
        "2 unknown metrics in reference tables",
        "  reference/decisions.csv:2 metric: expected the id of a metric: time-to-approval, open-backlog, found people",
        "  reference/targets.csv:2 metric: expected the id of a metric: time-to-approval, open-backlog, found profit",
      ].join("\n"),
    );
  });

  test("takes an empty metric for all of them", async () => {
    const rows = { annotations: TABLES["annotations"], decisions: TABLES["decisions"] };
    const files = Object.fromEntries(
      Object.entries(rows).map(([table, given]) => [`reference/${table}`, [given?.[0] ?? "", given?.[1]("") ?? ""]]),
    );
    await expect(check(files)).resolves.toBeUndefined();
  });
});
