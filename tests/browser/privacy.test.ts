import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { buildElsewhere } from "../../scripts/tools/elsewhere.ts";
import { CANARY, CANARY_NUMBER, writeCanaryCompany } from "./support/canary-company.ts";
import { siteFiles } from "./support/files.ts";

const BASE = "/tandem/";
let dataDir: string;
let outDir: string;

beforeAll(async () => {
  dataDir = await writeCanaryCompany({ base: BASE });
  outDir = buildElsewhere(dataDir);
});

function contentOf(file: string): Buffer {
  const bytes = readFileSync(file);
  return file.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}

const filesWith = (dir: string, text: string) => siteFiles("**/*", dir).filter((file) => contentOf(join(dir, file)).includes(text));

describe("a company whose unpublished values all carry a canary", () => {
  test("has the canary in its exports and in the rejects that stay in its data folder", () => {
    expect(filesWith(dataDir, CANARY).length).toBeGreaterThan(10);
    expect(readFileSync(join(dataDir, ".tandem/rejects/orders.csv"), "utf8")).toContain(`${CANARY}-refused-order_id`);
  });

  test("has it nowhere in its site, not in one byte of a page, a cube or a download", () => {
    expect(siteFiles("**/*", outDir).length).toBeGreaterThan(100);
    expect(filesWith(outDir, CANARY)).toEqual([]);
  });

  test("has no number of a goal whose role one person holds, and says that such goals are hidden", () => {
    expect(filesWith(dataDir, String(CANARY_NUMBER))).toEqual(["exports/goals.csv"]);
    const number = Math.trunc(CANARY_NUMBER);
    expect([String(number), number.toLocaleString("en")].flatMap((written) => filesWith(outDir, written))).toEqual([]);
    expect(readFileSync(join(outDir, "goals/index.html"), "utf8")).toContain("1 个岗位目标已隐藏");
  });
});

test("a site under a path of its own links to nothing outside it", () => {
  const links = siteFiles("**/*.html", outDir).flatMap((file) =>
    [...readFileSync(join(outDir, file), "utf8").matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, link]) => link ?? ""),
  );
  expect(links.length).toBeGreaterThan(1_000);
  expect(links.filter((link) => !link.startsWith(BASE))).toEqual([]);
});
