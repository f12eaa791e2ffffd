import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayOfMoment } from "../../scripts/sample/calendar.ts";
import { cutAt } from "../../scripts/sample/cut.ts";
import { makeSample } from "../../scripts/sample/make-sample.ts";
import { writeSample } from "../../scripts/sample/write-sample.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { loadTables } from "../../scripts/tools/registry.ts";
import { dayOf } from "../../src/core/days.ts";

const AS_OF = dayOf("2026-07-12");

describe("cutAt(sample, day, contracts)", () => {
  const sample = makeSample(4_000);
  let cut: typeof sample;
  beforeAll(async () => {
    cut = cutAt(sample, AS_OF, await loadTables());
  });

  test("leaves out what had not begun by the day", () => {
    expect(Math.max(...[...cut.orders()].map(({ ordered_on }) => ordered_on))).toBeLessThanOrEqual(AS_OF);
    expect(Math.max(...cut.service_requests.map(({ opened_at }) => dayOfMoment(opened_at)))).toBeLessThanOrEqual(AS_OF);
    expect(new Set(cut.survey.map(({ quarter }) => quarter)).has("2026Q3")).toBe(false);
  });

  test("keeps all that had begun, but for some requests that came in late", () => {
    const begun = sample.service_requests.filter(({ opened_at }) => dayOfMoment(opened_at) <= AS_OF);
    const late = begun.filter((request) => !cut.service_requests.includes(request));
    expect(late.length).toBeGreaterThan(0);
    expect(late.every(({ opened_at }) => dayOfMoment(opened_at) > AS_OF - 45)).toBe(true);
    expect(cut.products).toEqual(sample.products);
  });
});

describe("writeSample({ asOf })", () => {
  const folder = mkdtempSync(join(tmpdir(), "sample-cut-"));
  const out = join(folder, "july");
  beforeAll(() => writeSample({ out, orders: 1_000, progress: silentProgress, asOf: AS_OF }));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("says in site.yaml up to which day the data reach", () => {
    expect(readFileSync(join(out, "site.yaml"), "utf8")).toContain("\nas_of: 2026-07-12\n");
  });

  test("has a promise as it was before it was set right", () => {
    expect(readFileSync(join(out, "reference/sla.csv"), "utf8")).toContain("product,pricing,first_response,2,");
  });

  test("has the exports of the whole sample", () => {
    expect(readdirSync(join(out, "exports"))).toContain("oa-requests-2026.csv");
  });
});
