import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, test } from "vitest";
import { buildElsewhere } from "../../scripts/tools/elsewhere.ts";
import { writeCanaryCompany } from "./support/canary-company.ts";
import { readSiteFile } from "./support/files.ts";

let outDir: string;
/** Line of an order that is written into the year 2062. */
let line: number;

/** Adds the first order once more with another number and year; gives its line. */
function addSlip(file: string): number {
  const orders = readFileSync(file, "utf8").trimEnd().split("\n");
  const [header = "", first = ""] = orders;
  const slip = first
    .split(",")
    .map((value, i) => (header.split(",")[i] === "order_id" ? `${value}-again` : value.replace(/^20\d\d-/, "2062-")));
  appendFileSync(file, `${slip.join(",")}\n`);
  return orders.length + 1;
}

beforeAll(async () => {
  const without = ["survey", "survey_invitations", "timesheets", "requirement_changes"];
  const dataDir = await writeCanaryCompany({ without, lacking: ["products.launched_on"] });
  line = addSlip(join(dataDir, "exports/orders.csv"));
  outDir = buildElsewhere(dataDir);
});

const page = (path: string) => readSiteFile(`${path}index.html`, outDir);

describe("a company without a survey, timesheets and requirement changes", () => {
  test.each([
    ["en/metrics/process-satisfaction/", "Survey answers"],
    ["en/metrics/survey-response-rate/", "Survey invitations, Survey answers"],
    ["en/metrics/communication-hours/", "Timesheets"],
    ["en/metrics/change-rate/", "Requirement changes"],
  ])("says on %s that it waits for an export of %s", (path, tables) => {
    for (const table of tables.split(", ")) expect(page(path)).toContain(table);
    expect(page(path)).toContain("No data yet: it needs an export of");
  });

  test("has a verdict per effect that says so too, and counts the metrics that cannot be judged", () => {
    const verdicts = page("en/").match(/data-live="topic\.verdict \w+"[^>]*>[^<]*/g) ?? [];
    expect(verdicts.map((verdict) => verdict.includes("it needs an export of"))).toEqual([false, false, false, true]);
    expect(page("en/")).toMatch(/data-live="topic\.tally satisfaction"[^>]*>5 not clear yet</);
  });

  test("still has its other metrics, and says which metrics wait for what", () => {
    expect(page("en/metrics/time-to-approval/")).toContain("days");
    expect(page("en/data/")).toContain("Cross-department communication hours");
  });

  test.each([
    ["", "缺少数据：需要“产品”中有“上市日期”才能计算。"],
    ["en/", "No data yet: it needs “Launched on” in Products."],
  ])("and whose products have no launch date says at /%s that new products wait for one, as the data page says", (locale, words) => {
    expect(page(`${locale}metrics/new-product-share/`)).toContain(words);
    expect(page("en/data/")).toContain("“Launched on” in Products");
    const { metrics } = JSON.parse(readSiteFile("api/metrics.json", outDir));
    const share = metrics.find((metric: { id: string }) => metric.id === "new-product-share");
    expect([share.waits_for, share.current.value]).toEqual([["products.launched_on"], null]);
  });
});

describe("a company with an order written into the year 2062", () => {
  const cells = (path: string, section: string) =>
    [
      ...parseHTML(page(path)).document.querySelectorAll(`[aria-labelledby=${section}] tbody td, [aria-labelledby=${section}] tbody th`),
    ].map((cell) => cell.textContent?.trim());

  test.each([
    ["data/", "订单", "下单日期"],
    ["en/data/", "Orders", "Ordered on"],
  ])("says on %s where it stands, and how many records lie after the as-of day", (path, table, column) => {
    expect(cells(path, "slips")).toEqual(["exports/orders.csv", column, "1", expect.stringMatching(line.toLocaleString("en"))]);
    expect(cells(path, "beyond")).toEqual(["exports/orders.csv", table, "1"]);
  });

  test("does not see it in the as-of day, nor the date itself", () => {
    expect(page("en/data/")).toContain("Data up to");
    expect(page("en/data/")).not.toContain("2062");
  });
});
