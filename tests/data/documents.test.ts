import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { type Documents, readDocument, writeDocuments } from "../../src/data/documents.ts";
import { siteConfig } from "../../src/data/site-config.ts";

const WRITTEN: Documents = {
  manifest: {
    ...{ asOf: "2026-10-18", until: "2026-10-18", months: [24_321], facts: [], absent: [], dimensions: [] },
    ...{ survey: { heldBack: [], overAnswered: [] }, files: { "sales.arrow": "cubes/sales.0123456789.arrow.gz" } },
  },
  reference: {
    ...{ targets: [], benchmarks: [], annotations: [], decisions: [], ratios: [], departments: [], duties: [], rules: [], goals: [] },
    ...{ hiddenGoals: [], roles: { architect: { zh: "架构师", en: "Architect" } }, names: {} },
  },
  "export-reports": {
    ...{ exports: [], slips: [], missing: ["orders"] },
    reach: { first: 24_321, asOf: "2026-10-18", until: "2026-10-18", months: [24_321], tables: {} },
  },
  "matrix-findings": [{ kind: "two_owners", output: "release", departments: ["rnd", "marketing"] }],
  "site-config": siteConfig.parse({
    ...{ title: { zh: "站", en: "Site" }, company: { zh: "司", en: "Company" }, base: "/" },
    ...{ fiscal_year_starts: 1, minimum_group: 5, stale_after: 2 },
  }),
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tandem-documents-"));
  writeDocuments(folder, WRITTEN);
});

test.each(Object.keys(WRITTEN) as (keyof Documents)[])("readDocument(folder, %j) gives what was written", (name) => {
  expect(readDocument(folder, name)).toEqual(WRITTEN[name]);
});

test("writeDocuments() writes a file for each document, named as it is", () => {
  expect(readdirSync(folder)).toEqual(
    Object.keys(WRITTEN)
      .map((name) => `${name}.json`)
      .sort(),
  );
});

test("readDocument() throws where a document is not what its schema says, naming the place", () => {
  writeFileSync(join(folder, "matrix-findings.json"), '[{"kind":"two_owners","output":"release","departments":["rnd"]}]');
  expect(() => readDocument(folder, "matrix-findings")).toThrow(/"departments"/);
});
