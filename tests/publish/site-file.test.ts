import { expect, test } from "vitest";
import { siteDocument, siteFileOf } from "../../src/publish/site-file.ts";
import { siteOf } from "../../src/site/site-document.ts";
import { pageFor, SITE, text } from "../site/tiny-site.ts";

/** A site whose facts have their SQL, and whose settings say more than a browser needs. */
const BUILT = {
  ...SITE,
  config: { ...SITE.config, working_hours: ["09:00-17:00"] },
  cubes: {
    ...SITE.cubes,
    manifest: { ...SITE.cubes.manifest, facts: SITE.cubes.manifest.facts.map((fact) => ({ ...fact, sql: "select 'secret'" })) },
  },
};

test("siteDocument(site) is all that a browser needs to say of the site what the build says, cubes left aside", () => {
  const loaded = siteOf(JSON.parse(JSON.stringify(siteDocument(BUILT))), () => new Uint8Array());
  const { cells, counts } = SITE.cubes;
  const page = pageFor({}, "en", { ...loaded, metrics: SITE.metrics, cubes: { ...loaded.cubes, cells, counts } });
  expect(page.view("orders").standing).toEqual(pageFor().view("orders").standing);
  expect(page.minimums).toEqual(pageFor().minimums);
});

test("siteDocument(site) leaves out the SQL of facts, what their rows are, and settings that only the build reads", () => {
  const document = siteDocument(BUILT);
  expect(document.manifest.facts.map(({ id, sql, grain }) => [id, sql, grain.en])).toEqual([
    ["things", "", ""],
    ["survey", "", ""],
  ]);
  expect(document.config).toEqual(SITE.config);
});

test("siteDocument(site) keeps the currency and the scale of the survey, without which a browser would say others", () => {
  const config = { ...SITE.config, currency: "EUR", survey_scale: { least: 0, most: 10, favourable: 9 } };
  const loaded = siteOf(JSON.parse(JSON.stringify(siteDocument({ ...SITE, config }))), () => new Uint8Array());
  const { units } = pageFor({}, "en", { ...SITE, config: loaded.config }).forms;
  expect([units.cny.label, units.score.label]).toEqual(["EUR", "score (0–10)"]);
});

test("siteFileOf(site) is named by its content", () => {
  const { name, text: content } = siteFileOf(BUILT);
  expect(name).toMatch(/^site\.[0-9a-f]{10}\.json$/);
  expect(siteFileOf(SITE)).toEqual({ name, text: content });
  expect(siteFileOf({ ...SITE, config: { ...SITE.config, title: text("另", "Another") } }).name).not.toBe(name);
});
