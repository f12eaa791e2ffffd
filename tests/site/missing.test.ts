import { beforeAll, describe, expect, test } from "vitest";
import { buildElsewhere } from "../../scripts/elsewhere.ts";
import { writeCanaryCompany } from "./support/canary-company.ts";
import { readSiteFile } from "./support/files.ts";

let outDir: string;

beforeAll(async () => {
  outDir = buildElsewhere(await writeCanaryCompany({ without: ["survey", "survey_invitations", "timesheets", "requirement_changes"] }));
});

const page = (path: string) => readSiteFile(`${path}index.html`, outDir);

describe("a company without a survey, timesheets and requirement changes", () => {
  test.each([
    ["en/metrics/process-satisfaction/", "Survey answers"],
    ["en/metrics/survey-response-rate/", "Survey invitations, Survey answers"],
    ["en/metrics/communication-hours/", "Timesheets"],
    ["en/metrics/change-rate/", "Requirement changes"],
  ])("is told on %s that it waits for an export of %s", (path, tables) => {
    for (const table of tables.split(", ")) expect(page(path)).toContain(table);
    expect(page(path)).toContain("No data yet: it needs an export of");
  });

  test("has a verdict per effect that says so too, and counts the metrics that cannot be judged", () => {
    const verdicts = page("en/").match(/data-live="verdict \w+"[^>]*>[^<]*/g) ?? [];
    expect(verdicts.map((verdict) => verdict.includes("it needs an export of"))).toEqual([false, false, false, true]);
    expect(page("en/")).toContain("5 too early to judge");
  });

  test("still has its other metrics, and is told which metrics wait for what", () => {
    expect(page("en/metrics/time-to-approval/")).toContain("days");
    expect(page("en/data/")).toContain("Cross-department communication hours");
  });
});
