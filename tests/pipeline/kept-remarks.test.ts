import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keepRemarks, keptRemarks } from "../../scripts/reports/kept-remarks.ts";

test("keptRemarks() gives what the latest build said, and nothing before the first", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "tandem-"));
  expect(keptRemarks(dataDir)).toBe("");
  keepRemarks(dataDir, ["one", "  two"]);
  expect(keptRemarks(dataDir)).toBe("one\n  two\n");
  keepRemarks(dataDir, []);
  expect(keptRemarks(dataDir)).toBe("");
});
