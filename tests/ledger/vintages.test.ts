import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildData } from "../../scripts/data.ts";
import { factSources } from "../../scripts/facts/facts.ts";
import { currentInputs, type Inputs, packedInputs } from "../../scripts/snapshots/inputs.ts";
import { keep } from "../../scripts/snapshots/keep.ts";
import { snapshotsOf } from "../../scripts/snapshots/places.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { readDocument } from "../../src/data/documents.ts";
import type { Restated, Vintage } from "../../src/data/restatements.ts";
import { languageOf } from "../../src/i18n/languages.ts";
import { metricsDocumentOf } from "../../src/publish/api.ts";
import { metricsDocument } from "../../src/publish/metrics-document.ts";
import { readStore } from "../../src/publish/store.ts";
import { pageOf } from "../../src/site/ask/page.ts";
import { companyFolder } from "../pipeline/company.ts";
import { REQUEST_HEADER, request, SUPPORT } from "../pipeline/service.ts";
import { newFolder, smallSnapshot } from "../snapshots/kept.ts";

const RULE = "rnd,support,resolution,1,working_days,2025-01-01,";
const HEADER = "department,request_type,promise,time_limit,clock,valid_from,valid_to";

/** Four requests of a quarter, resolved within one, two, one and three working days. */
const REQUESTS = [
  REQUEST_HEADER,
  request("S-1", "2026-01-12 09:00", "2026-01-12 17:00"),
  request("S-2", "2026-01-19 09:00", "2026-01-20 17:00"),
  request("S-3", "2026-02-02 09:00", "2026-02-02 12:00"),
  request("S-4", "2026-02-09 09:00", "2026-02-11 17:00"),
  request("S-9", "2026-04-13 09:00", "2026-04-13 12:00"),
];
/** A fifth that came late, resolved within two: 23 February is still a day off. */
const LATE = request("S-5", "2026-02-23 09:00", "2026-02-25 17:00");

const PERIOD = "2026Q1";

interface Company {
  requests?: readonly string[];
  rule?: string;
}

const writeCompany = ({ requests = REQUESTS, rule = RULE }: Company): string =>
  companyFolder({ files: { ...SUPPORT, "reference/sla": [HEADER, rule], "exports/service_requests": requests } });

async function built(dataDir: string): Promise<string> {
  const outDir = join(newFolder(), "data");
  await buildData({ dataDir, outDir, progress: silentProgress, isTrial: true });
  return outDir;
}

/** What a snapshot of a company would publish of the quarter, and what it was made from. */
async function frozenOf(company: Company, change: (inputs: Inputs) => Inputs = (inputs) => inputs): Promise<Record<string, string>> {
  const dataDir = writeCompany(company);
  const outDir = await built(dataDir);
  const { site } = readStore(outDir);
  const page = pageOf(site, { language: languageOf("en"), document: {} as Document });
  const document = metricsDocumentOf(page, ({ label }) => label);
  expect(document.period).toBe(PERIOD);
  const inputs = change(currentInputs(dataDir, readDocument(outDir, "export-reports").records));
  const packed = [...packedInputs(inputs)].map(([path, bytes]) => [path, Buffer.from(bytes).toString("utf8")]);
  return { "api/metrics.json": JSON.stringify(document), ...Object.fromEntries(packed) };
}

/** What the ledger says of a snapshot once the company is as it is now. */
async function vintage(frozen: Record<string, string>, now: Company): Promise<Vintage> {
  const dataDir = writeCompany(now);
  const snapshots = snapshotsOf(dataDir);
  mkdirSync(dirname(join(snapshots, "log.jsonl")), { recursive: true });
  writeFileSync(join(snapshots, ".keep"), "");
  keep(snapshots, await smallSnapshot(snapshots, PERIOD, 1, frozen));
  const [found] = readDocument(await built(dataDir), "restatements").vintages;
  if (!found) throw new Error("no vintage");
  return found;
}

const totalOf = ({ restated }: Vintage, metric: string): Restated | undefined =>
  restated.find((each) => each.metric === metric && Object.keys(each.members).length === 0);

const partsOf = (vintage: Vintage) =>
  (totalOf(vintage, "sla-attainment")?.parts ?? []).map(({ kind, of, by }) => [kind, of.join(), Number(by.toFixed(9))]);

/** The small snapshots are of another version, and say of no export what it held. */
const causesIn = ({ causes }: Vintage) => causes.filter(({ kind }) => kind !== "program");

let frozen: Record<string, string>;
beforeAll(async () => {
  frozen = await frozenOf({});
});

describe("vintagesOf(built)", () => {
  test("finds nothing where nothing has changed, and has what was published of every metric", async () => {
    const { restated, causes, compared, totals } = await vintage(frozen, {});
    expect([restated, causes]).toEqual([[], []]);
    expect(compared).toBeGreaterThan(20);
    expect(totals.find(({ metric }) => metric === "sla-attainment")).toMatchObject({ value: 0.5, n: 4 });
  });

  test("leaves to late records what they change, and counts them", async () => {
    const late = await vintage(frozen, { requests: [...REQUESTS, LATE] });
    expect(causesIn(late)).toEqual([{ kind: "records", table: "service_requests", month: "2026-02", frozen: 2, now: 3 }]);
    expect(totalOf(late, "sla-attainment")).toMatchObject({ frozen: { value: 0.5, n: 4 }, now: { value: 0.4, n: 5 }, revision: "R1" });
    expect(partsOf(late)).toEqual([["rest", "records", -0.1]]);
  });

  test("puts back the row of a hand-kept table, and shows it as it was and as it is", async () => {
    const ruled = await vintage(frozen, { rule: RULE.replace(",1,", ",2,") });
    expect(causesIn(ruled)).toEqual([
      {
        ...{ kind: "reference", file: "reference/sla.csv" },
        frozen: "rnd, support, resolution, 1, working_days, 2025-01-01",
        now: "rnd, support, resolution, 2, working_days, 2025-01-01",
      },
    ]);
    expect(partsOf(ruled)).toEqual([["put-back", "reference/sla.csv", 0.25]]);
    expect(totalOf(ruled, "sla-attainment")?.revision).toBe("R2");
  });

  test("splits what a late record and a changed rule do; the parts add up", async () => {
    const both = await vintage(frozen, { requests: [...REQUESTS, LATE], rule: RULE.replace(",1,", ",2,") });
    expect(totalOf(both, "sla-attainment")).toMatchObject({ frozen: { value: 0.5 }, now: { value: 0.8, n: 5 } });
    expect(partsOf(both)).toEqual([
      ["put-back", "reference/sla.csv", 0.4],
      ["rest", "records", -0.1],
    ]);
  });

  test("leaves to the rest, by name, a hand-kept table that is not accepted any more", async () => {
    const unfit = { ...frozen, ".inputs/reference/sla.csv": `${HEADER.replace("promise,", "pledge,")}\n${RULE}\n` };
    const ruled = await vintage(unfit, { rule: RULE.replace(",1,", ",2,") });
    expect(partsOf(ruled)).toEqual([["rest", "records,reference/sla.csv", 0.25]]);
  });

  describe("of a snapshot whose fact left out what fell due before 15 January", () => {
    const counted = (factSources().get("promises") ?? "").replace("where not is_withdrawn", "$& and due_on >= date '2026-01-15'");

    /** The snapshot as that fact made it: one kept of three. */
    const withFact = (): Record<string, string> => {
      const document = metricsDocument.parse(JSON.parse(frozen["api/metrics.json"] ?? ""));
      const metrics = document.metrics
        .filter(({ id }) => id === "sla-attainment")
        .map((metric) => ({ ...metric, current: { ...metric.current, value: 1 / 3, n: 3 }, breakdowns: [] }));
      return { ...frozen, ".inputs/facts/promises.sql": counted, "api/metrics.json": JSON.stringify({ ...document, metrics }) };
    };

    test("puts it back, and shows both texts", async () => {
      const defined = await vintage(withFact(), {});
      const [cause] = causesIn(defined);
      expect(cause).toMatchObject({ kind: "fact", fact: "promises" });
      expect(cause && "fact" in cause && [cause.frozen, cause.now].map((text) => text?.includes("2026-01-15"))).toEqual([true, false]);
      expect(partsOf(defined)).toEqual([["put-back", "facts/promises", Number((0.5 - 1 / 3).toFixed(9))]]);
      expect(totalOf(defined, "sla-attainment")?.revision).toBe("R3");
    });

    test("splits what fact, rule and a late record do, and what the first two do only together", async () => {
      const all = await vintage(withFact(), { requests: [...REQUESTS, LATE], rule: RULE.replace(",1,", ",2,") });
      // today 4 of 5; with the rule back 2 of 5, with the fact back 3 of 4, with both back 1 of 4, and 1 of 3 was frozen
      expect(partsOf(all)).toEqual([
        ["put-back", "reference/sla.csv", 0.4],
        ["put-back", "facts/promises", 0.05],
        ["together", "reference/sla.csv,facts/promises", 0.1],
        ["rest", "records", Number((1 / 4 - 1 / 3).toFixed(9))],
      ]);
      const parts = totalOf(all, "sla-attainment")?.parts ?? [];
      expect(parts.reduce((sum, { by }) => sum + by, 0)).toBeCloseTo(0.8 - 1 / 3, 12);
    });

    test("leaves to the rest, by name, what cannot be computed any more", async () => {
      const broken = { ...withFact(), ".inputs/facts/promises.sql": counted.replace("facts.promises_made", "facts.promises_gone") };
      expect(partsOf(await vintage(broken, {}))).toEqual([["rest", "records,facts/promises", Number((0.5 - 1 / 3).toFixed(9))]]);
    });
  });
});
