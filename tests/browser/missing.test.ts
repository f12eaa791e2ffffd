import { appendFileSync, existsSync, readFileSync } from "node:fs";
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
  const MISSING = ["process-satisfaction", "survey-response-rate", "communication-hours", "change-rate", "new-product-share"];

  test("has no page of a metric that needs them, nor of a topic that is about nothing else", () => {
    for (const id of MISSING) expect(existsSync(join(outDir, `en/metrics/${id}`)), id).toBe(false);
    expect(existsSync(join(outDir, "satisfaction"))).toBe(false);
    expect(page("en/")).not.toContain("/en/satisfaction/");
    expect(page("en/metrics/")).not.toContain("/en/metrics/communication-hours/");
  });

  test("still has its other metrics", () => {
    expect(page("en/metrics/time-to-approval/")).toContain("days");
  });

  test.each([
    ["", "“产品”中有“上市日期”", "新品销售收入占比"],
    ["en/", "“Launched on” in Products", "New-product revenue share"],
    ["en/", "Timesheets", "Cross-department communication hours"],
  ])("says on /%smore/ that with %s there would be: %s", (locale, needed, metric) => {
    const rows = [...parseHTML(page(`${locale}more/`)).document.querySelectorAll("tbody tr")].map((row) => row.textContent ?? "");
    expect(rows.find((row) => row.includes(needed))).toContain(metric);
    expect(page(locale)).toContain(`/${locale}more/`);
  });

  test("says so to programs too", () => {
    const { metrics, waiting } = JSON.parse(readSiteFile("api/metrics.json", outDir));
    expect(metrics.filter(({ id }: { id: string }) => MISSING.includes(id))).toEqual([]);
    const share = waiting.find(({ id }: { id: string }) => id === "new-product-share");
    expect(share.waits_for).toEqual(["products.launched_on"]);
  });
});

describe("a company with an order written into the year 2062", () => {
  const cells = (path: string, section: string) =>
    [...parseHTML(page(path)).document.querySelectorAll(`#${section} tbody td, #${section} tbody th`)].map((cell) =>
      cell.textContent?.trim(),
    );

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
