import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ROOT } from "../../scripts/tools/settings.ts";
import { isCurrent, refresh, STAMPS, type Step } from "../../scripts/tools/stamp.ts";

describe("refresh(step)", () => {
  let folder: string;
  let runs: number;
  let step: Step;
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tandem-"));
    mkdirSync(join(folder, "in"));
    mkdirSync(join(folder, "out"));
    put("in/a.csv", "1");
    runs = 0;
    const at = relative(ROOT, folder);
    const work = () => {
      runs += 1;
      put("out/a.json", "made");
      return Promise.resolve(0);
    };
    step = { name: `test-${basename(folder)}`, reads: [`${at}/in/**`], writes: [`${at}/out/**`], work };
  });

  afterEach(() => {
    rmSync(join(STAMPS, step.name), { force: true });
    rmSync(folder, { recursive: true });
  });

  test("works once while nothing changes", async () => {
    expect([await refresh(step), await refresh(step)]).toEqual([0, 0]);
    expect(runs).toBe(1);
  });

  test.each<[string, () => void]>([
    ["a file that it reads has other bytes", () => put("in/a.csv", "2")],
    ["a file is added to what it reads", () => put("in/b.csv", "")],
    ["a file that it reads is gone", () => rmSync(join(folder, "in/a.csv"))],
    ["a file that it wrote is gone", () => rmSync(join(folder, "out/a.json"))],
    ["a file that it wrote has other bytes", () => put("out/a.json", "by hand")],
  ])("works again when %s", async (_, change) => {
    await refresh(step);
    change();
    await refresh(step);
    expect(runs).toBe(2);
  });

  test.each<[string, () => void]>([
    ["only a time stamp changes", () => utimesSync(join(folder, "in/a.csv"), 1, 1)],
    ["a file appears whose name begins with a dot", () => put("in/.a.csv.swp", "")],
  ])("does not work again when %s", async (_, change) => {
    await refresh(step);
    change();
    await refresh(step);
    expect(runs).toBe(1);
  });

  test("hands on the exit code of work that fails, and repeats it", async () => {
    const failing = { ...step, work: () => Promise.resolve(3) };
    expect(await refresh(failing)).toBe(3);
    expect(await isCurrent(failing)).toBe(false);
    expect(readdirSync(join(folder, "out"))).toEqual([]);
  });
});
