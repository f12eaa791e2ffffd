import { existsSync, lstatSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keep } from "../../scripts/snapshots/keep.ts";
import { listingOf } from "../../scripts/snapshots/listing.ts";
import { publishSnapshots } from "../../scripts/snapshots/publish-snapshots.ts";
import { verifySnapshots } from "../../scripts/snapshots/verify.ts";
import { keptSnapshots, newFolder, smallSnapshot } from "./kept.ts";

test("publishSnapshots(snapshots, site, listing) keeps to itself what the pages were made from", async () => {
  const [snapshots, site] = [newFolder(), newFolder()];
  keep(snapshots, await smallSnapshot(snapshots, "2026Q1", 1, { ".inputs/reference/sla.csv": "department\n" }));
  await publishSnapshots(snapshots, site, listingOf(verifySnapshots(snapshots), 1));
  expect(readdirSync(join(site, "snapshots/2026Q1/v1"))).toContain("index.html");
  expect(readdirSync(join(site, "snapshots/2026Q1/v1"))).not.toContain(".inputs");
});

test("publishSnapshots(snapshots, site, listing) publishes what was frozen and nothing that lies beside it, each file by itself", async () => {
  const [snapshots, site] = [await keptSnapshots(), newFolder()];
  for (const path of ["store/.DS_Store", "store/_astro/Thumbs.db", "2026Q1/.notes"]) writeFileSync(join(snapshots, path), "");
  const elsewhere = join(newFolder(), "x.js");
  renameSync(join(snapshots, "store/_astro/x.abc.js"), elsewhere);
  symlinkSync(elsewhere, join(snapshots, "store/_astro/x.abc.js"));
  await publishSnapshots(snapshots, site, listingOf(verifySnapshots(snapshots), 1));
  const published = join(site, "snapshots");
  expect(readFileSync(join(published, "2026Q2/v2/index.html"), "utf8")).toBe("<p>2026Q2 2</p>");
  expect(lstatSync(join(published, "store/_astro/x.abc.js")).isFile()).toBe(true);
  for (const path of ["store/.DS_Store", "store/_astro/Thumbs.db", "2026Q1/.notes"]) expect(existsSync(join(published, path))).toBe(false);
});
