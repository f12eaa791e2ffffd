import { basename } from "node:path";
import { expect, test } from "vitest";
import type { SiteDocument } from "../../src/site/site-document.ts";
import { METRICS } from "../metrics/documented.ts";
import { readSiteFile, siteFiles } from "./support/files.ts";

/** Names of files in what pages, scripts, styles, the site's document and its data package name or load. */
const asked = new Set(
  siteFiles("{**/*.{html,js,css},data/site.*.json,datapackage.json}").flatMap(
    (file) => readSiteFile(file).match(/(?<=["'`/])[\w.-]+\.\w+(?=["'`?#)])/g) ?? [],
  ),
);

test("every file of the site is a page, or one that a page or a script asks for", () => {
  const others = siteFiles("**/*").filter((file) => !file.endsWith(".html"));
  expect(others.length).toBeGreaterThan(100);
  expect(others.filter((file) => !asked.has(basename(file)))).toEqual([]);
});

test("of the built data, the site has its document, the cubes that the document names, and what search finds, and nothing else", () => {
  const [search, siteDocument = "", ...more] = siteFiles("data/*.*")
    .filter((file) => !file.endsWith(".html"))
    .sort();
  expect([search, siteDocument, more]).toEqual([
    ...["search", "site"].map((name) => expect.stringMatching(new RegExp(`^data/${name}\\.[0-9a-f]{10}\\.json$`))),
    [],
  ]);
  const { manifest }: SiteDocument = JSON.parse(readSiteFile(siteDocument));
  const named = Object.values(manifest.files).map((path) => `data/${path}`);
  expect(siteFiles("data/*/**").filter((file) => !file.endsWith(".html"))).toEqual(named.sort());
});

test("no script has what documents a metric", () => {
  const scripts = siteFiles("_astro/*.js").map((file) => readSiteFile(file));
  const texts = METRICS.flatMap(({ description }) => Object.values(description));
  expect(scripts.length).toBeGreaterThan(20);
  expect(texts.filter((text) => scripts.some((script) => script.includes(text)))).toEqual([]);
});
