import type { Documents } from "../../src/data/documents.ts";
import type { ExportContent, ExportReport } from "../../src/data/export-reports.ts";
import { siteConfig } from "../../src/data/site-config.ts";

const AS_OF = "2026-10-18";

/** A file whose one record was accepted; what a test cares for is given. */
export const exportContent = (given: Partial<ExportContent> = {}): ExportContent => ({
  ...{
    bytes: 1001,
    sha256: "0123456789abcdef".repeat(4),
    read: 1,
    accepted: 1,
    replaced: 0,
    repeated: 0,
    merged: 0,
    set_aside: 0,
    rejected: 0,
  },
  ...{ reasons: [], dropped: [], ahead: 0 },
  ...given,
});

/** A file of orders that are as fresh as they can be; what a test cares for is given. */
export const exportReport = (given: Partial<ExportReport> = {}): ExportReport => ({
  ...{
    table: "orders",
    file: "exports/orders.csv",
    sheet: null,
    system: { zh: "ERP", en: "ERP" },
    rhythm: "daily",
    format: "csv",
    encoding: "utf-8",
  },
  ...{ content: exportContent(), from: "2026-01-01", to: AS_OF },
  ...given,
});

/** What a data build leaves that has read one file, and made nothing of it. */
export const TINY_DOCUMENTS: Documents = {
  manifest: {
    ...{
      asOf: AS_OF,
      from: "2026-10-01",
      until: AS_OF,
      months: [24_321],
      provisionalYears: [],
      springFestivals: [],
      facts: [],
      valueless: [],
      absent: [],
      dimensions: [],
    },
    ...{ survey: { heldBack: [], overAnswered: [] }, promises: { compared: 0, different: 0 }, asFrozen: [], files: {} },
  },
  reference: {
    ...{ targets: [], benchmarks: [], annotations: [], decisions: [], ratios: [], departments: [], duties: [], rules: [], goals: [] },
    ...{ hiddenGoals: [], roles: { architect: { zh: "架构师", en: "Architect" } }, names: {} },
  },
  "export-reports": {
    ...{ exports: [exportReport()], records: { orders: { "2026-10": 1 } }, slips: [], idle: [], missing: ["deals"] },
    reach: { first: 24_321, asOf: AS_OF, from: "2026-10-01", until: AS_OF, months: [24_321], tables: {} },
  },
  restatements: { vintages: [], notes: [] },
  "matrix-findings": [{ kind: "two_owners", output: "release", departments: ["rnd", "marketing"] }],
  "site-config": siteConfig.parse({
    ...{ title: { zh: "站", en: "Site" }, company: { zh: "司", en: "Company" }, base: "/" },
    ...{ fiscal_year_starts: 1, minimum_group: 5, stale_after: 2 },
  }),
};
