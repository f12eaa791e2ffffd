import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findChromium } from "../../scripts/tools/browser.ts";

function folderWith(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "tandem-"));
  writeFileSync(join(folder, name), "");
  chmodSync(join(folder, name), 0o755);
  return folder;
}

describe("findChromium(env)", () => {
  test.each(["chromium", "google-chrome", "msedge"])("finds %s on the path", (name) => {
    const folder = folderWith(name);
    expect(findChromium({ PATH: folder })).toBe(join(folder, name));
  });

  test("prefers the one without a window", () => {
    const [plain, headless] = ["chromium", "chromium-headless-shell"].map(folderWith);
    expect(findChromium({ PATH: `${plain}:${headless}` })).toBe(join(headless as string, "chromium-headless-shell"));
  });

  test("prefers the one that TANDEM_CHROMIUM names", () => {
    const chosen = join(folderWith("mine"), "mine");
    expect(findChromium({ PATH: folderWith("chromium"), TANDEM_CHROMIUM: chosen })).toBe(chosen);
  });

  test("refuses a TANDEM_CHROMIUM that is not there", () => {
    expect(() => findChromium({ TANDEM_CHROMIUM: "/nowhere/chromium" })).toThrow("TANDEM_CHROMIUM names no file: /nowhere/chromium");
  });
});
