import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildElsewhere } from "../../scripts/elsewhere.ts";
import { readSettings } from "../../scripts/settings.ts";
import { siteFiles } from "./support/files.ts";

test("the same exports give the same bytes in every file of the site, built anywhere, west of Greenwich as well", () => {
  const { dataDir, outDir } = readSettings();
  const again = buildElsewhere(dataDir, { TZ: "America/New_York" });
  expect(siteFiles("**/*", again)).toEqual(siteFiles("**/*"));
  const differing = siteFiles("**/*").filter((file) => !readFileSync(join(outDir, file)).equals(readFileSync(join(again, file))));
  expect(differing).toEqual([]);
});
