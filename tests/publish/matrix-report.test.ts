import { expect, test } from "vitest";
import type { MatrixFinding } from "../../src/data/matrix-findings.ts";
import { findingsTable } from "../../src/publish/matrix-report.ts";
import { matrixPage } from "../site/matrix-site.ts";

const SUPPORT = { department: "rnd", request_type: "technical_support" };

test.each<[MatrixFinding, string, string]>([
  [{ kind: "duty_without_output", department: "rnd", duty: { zh: "答疑", en: "Advice" } }, "Duty without an output", "R&D: Advice"],
  [{ kind: "uncounted_output", department: "rnd", output: "release" }, "Output that nobody counts", "R&D: Release"],
  [{ kind: "type_without_sla", ...SUPPORT }, "Request type without a promise", "R&D: Technical support"],
  [
    { kind: "sla_without_requests", ...SUPPORT, promise: "first_response" },
    "Promise without requests",
    "R&D: Technical support (First response)",
  ],
  [{ kind: "two_owners", output: "release", departments: ["rnd", "hr"] }, "Output with two owners", "Release: R&D, Human resources"],
])("findingsTable() names what a finding is about: $kind", (finding, kind, about) => {
  expect(findingsTable(matrixPage(), [finding]).rows).toEqual([[kind, about]]);
});
