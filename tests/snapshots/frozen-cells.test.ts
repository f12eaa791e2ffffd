import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { frozenCells } from "../../scripts/snapshots/frozen-cells.ts";
import { keptSnapshots } from "./kept.ts";

describe("frozenCells(snapshots)", () => {
  test("names every snapshot, and knows no fact that a snapshot has no cube of", async () => {
    const cells = frozenCells(await keptSnapshots());
    expect(cells.map(({ snapshot }) => snapshot)).toEqual(["2026Q1/v1", "2026Q2/v1", "2026Q2/v2"]);
    expect(cells.map(({ cellsOf }) => cellsOf("requests"))).toEqual([null, null, null]);
  });

  test("reads nothing of a folder in which a byte was changed, and names its file", async () => {
    const snapshots = await keptSnapshots();
    appendFileSync(join(snapshots, "2026Q2/v1/data/pages.tar.zst"), "x");
    expect(() => frozenCells(snapshots)).toThrow("snapshots/2026Q2/v1/data/pages.tar.zst was changed");
  });
});
