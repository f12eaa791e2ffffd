import { loadMetrics } from "../../../scripts/tools/registry.ts";
import type { Selection, Vocabulary } from "../../../src/core/selection.ts";
import { printSelection } from "../../../src/core/selection-query.ts";
import { openCubes } from "../../../src/cube/cubes.ts";
import { vocabularyOfRoute } from "../../../src/site/ask/vocabulary.ts";
import type { SiteDocument } from "../../../src/site/site-document.ts";
import { readSiteFile, siteFiles } from "./files.ts";

const metrics = await loadMetrics();
const [siteDocument = ""] = siteFiles("data/site.*.json");
const { manifest, routes }: SiteDocument = JSON.parse(readSiteFile(siteDocument));
const cubes = openCubes(manifest, (file) => {
  throw new Error(`not needed: ${file}`);
});

/** What a selection may name on a page of the built sample, by its path in every language. */
export const vocabularyOfPath = (path: string): Vocabulary =>
  vocabularyOfRoute({ metrics, cubes, config: { fiscal_year_starts: 1 } }, routes[path]);

/** A selection as the address of a page says it, without `?`. */
export const queryFor = (selection: Selection, path: string): string => printSelection(selection, vocabularyOfPath(path));
