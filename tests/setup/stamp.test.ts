import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ROOT } from "../../scripts/tools/settings.ts";
import { isCurrent, refresh, STAMPS, type Stage } from "../../scripts/tools/stamp.ts";

describe("refresh(stage)", () => {
  let folder: string;
  let runs: number;
  let stage: Stage;
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
    stage = { name: `test-${basename(folder)}`, reads: [`${at}/in/**`], writes: [`${at}/out/**`], work };
  });

  afterEach(() => {
    rmSync(join(STAMPS, stage.name), { force: true });
    rmSync(folder, { recursive: true });
  });

  test("works once while nothing changes", async () => {
    expect([await refresh(stage), await refresh(stage)]).toEqual([0, 0]);
    expect(runs).toBe(1);
  });

  test.each<[string, () => void]>([
    ["a file that it reads has other bytes", () => put("in/a.csv", "2")],
    ["a file is added to what it reads", () => put("in/b.csv", "")],
    ["a file that it reads is gone", () => rmSync(join(folder, "in/a.csv"))],
    ["a file that it wrote is gone", () => rmSync(join(folder, "out/a.json"))],
    ["a file that it wrote has other bytes", () => put("out/a.json", "by hand")],
  ])("works again when %s", async (_, change) => {
    await refresh(stage);
    change();
    await refresh(stage);
    expect(runs).toBe(2);
  });

  test.each<[string, () => void]>([
    ["only a time stamp changes", () => utimesSync(join(folder, "in/a.csv"), 1, 1)],
    ["a file appears whose name begins with a dot", () => put("in/.a.csv.swp", "")],
  ])("does not work again when %s", async (_, change) => {
    await refresh(stage);
    change();
    await refresh(stage);
    expect(runs).toBe(1);
  });

  test("hands on the exit code of work that fails, and repeats it", async () => {
    const failing = { ...stage, work: () => Promise.resolve(3) };
    expect(await refresh(failing)).toBe(3);
    expect(await isCurrent(failing)).toBe(false);
    expect(readdirSync(join(folder, "out"))).toEqual([]);
  });
});
