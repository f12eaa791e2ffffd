import { cpSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { buildElsewhere } from "../../scripts/tools/elsewhere.ts";
import { openScratch } from "../../scripts/tools/scratch.ts";
import { readSettings } from "../../scripts/tools/settings.ts";
import { siteFiles } from "./support/files.ts";

/** A copy of a data folder without its work folder: nothing that was read before is used again. */
function copyOf(dataDir: string): string {
  const { folder } = openScratch("data");
  cpSync(dataDir, folder, { recursive: true, filter: (file) => basename(file) !== ".tandem" });
  return folder;
}

const A_BUILD_MS = 300_000;

test("the same exports give the same bytes in every file of the site, built anywhere, west of Greenwich as well", {
  timeout: A_BUILD_MS,
}, () => {
  const { dataDir, outDir } = readSettings();
  const again = buildElsewhere(copyOf(dataDir), { TZ: "America/New_York" });
  expect(siteFiles("**/*", again)).toEqual(siteFiles("**/*"));
  const differing = siteFiles("**/*").filter((file) => !readFileSync(join(outDir, file)).equals(readFileSync(join(again, file))));
  expect(differing).toEqual([]);
});
