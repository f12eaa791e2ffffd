import { loadMetrics } from "../../../scripts/tools/registry.ts";
import type { Selection, Vocabulary } from "../../../src/core/selection.ts";
import { printSelection } from "../../../src/core/selection-query.ts";
import { openCubes } from "../../../src/cube/cubes.ts";
import { manifest } from "../../../src/data/manifest.ts";
import { vocabularyOfPath as vocabularyIn } from "../../../src/site/vocabulary.ts";
import { readSiteFile, siteFiles } from "./files.ts";

const metrics = await loadMetrics();
const [siteDocument = ""] = siteFiles("data/site.*.json");
const built = manifest.parse(JSON.parse(readSiteFile(siteDocument)).manifest);
const cubes = openCubes(built, (file) => {
  throw new Error(`not needed: ${file}`);
});

/** What a selection may name on a page of the built sample, by its path in every language. */
export const vocabularyOfPath = (path: string): Vocabulary => vocabularyIn({ metrics, cubes, config: { fiscal_year_starts: 1 } }, path);

/** A selection as the address of a page says it, without `?`. */
export const queryFor = (selection: Selection, path: string): string => printSelection(selection, vocabularyOfPath(path));
