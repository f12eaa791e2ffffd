import { expect, test } from "vitest";
import { computeCubes } from "../../scripts/pipeline.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { seriesOf } from "../../src/analysis/series.ts";
import { isoOf } from "../../src/core/days.ts";
import { periodId } from "../../src/core/periods.ts";
import { companyFolder } from "./company.ts";
import { openBuilt } from "./sample.ts";

const [DAY, END] = [20_454, 20_634]; // 2026-01-01 to 2026-06-30

/** Two requests for every day, resolved after 1 and after 30 days, as a system exports those that it has closed. */
const CLOSED = Array.from({ length: END - DAY }, (_, i) => i + DAY)
  .flatMap((day) => [1, 30].map((days) => [day, day + days] as const))
  .filter(([, resolved]) => resolved <= END)
  .map(([opened, resolved], i) => `S-${i},${isoOf(opened)} 09:00,${isoOf(resolved)} 10:00`);

test("an export of finished requests only shows no month as complete from which slow ones are missing", async () => {
  const files = { "exports/service_requests": ["request_id,opened_at,resolved_at", ...CLOSED] };
  const built = await computeCubes(companyFolder({ files, site: { as_of: isoOf(END) } }), silentProgress);
  const completeOf = (id: string) => {
    const metric = built.metrics.find((each) => each.id === id) ?? expect.fail(`no metric ${id}`);
    const points = seriesOf(openBuilt(built), metric, { grain: "month", fiscalStart: 1 });
    return points.filter(({ isComplete, value }) => isComplete && value !== null).map(({ period }) => periodId(period));
  };
  await built.engine.close();
  const early = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"];
  expect([completeOf("requests-opened"), completeOf("open-requests"), completeOf("resolution-p90")]).toEqual([early, early, early]);
  expect(completeOf("resolution-time")).toEqual([...early, "2026-06"]);
  expect(built.remarks.filter((remark) => remark.startsWith("exports hold only cases"))).toEqual([
    "exports hold only cases that are over; export open ones too, since recent periods are not complete in: requests, open_requests, request_waits",
  ]);
});
