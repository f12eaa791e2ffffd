import { expect, test } from "vitest";
import { count } from "../../src/cube/parts.ts";
import { defineTopic } from "../../src/cube/topic.ts";
import { shownOf } from "../../src/site/shown.ts";
import { tinyCubes, tinyMetric } from "../cube/tiny.ts";

const cubes = tinyCubes({ things: { cells: [{ month: "2026-01", region: "east", count: 3 }] } });
const metrics = ["some", "none"].map((id) => ({ ...tinyMetric({ value: count() }), id }));

test("shownOf() leaves out metrics that have no value in any period, which wait for more data", () => {
  const { metrics: shown, waiting } = shownOf({ metrics, topics: [] }, { ...cubes, manifest: { ...cubes.manifest, valueless: ["none"] } });
  expect([shown, waiting].map((each) => each.map(({ id }) => id))).toEqual([["some"], ["none"]]);
});

test("shownOf() calls a topic otherwise where a site has no promises", () => {
  const named = (name: string) => ({ name: { zh: name, en: name } });
  const definition = { rank: 1, title: { zh: "题", en: "Title" }, question: { zh: "问", en: "Question" }, accent: "matrix" as const };
  const topic = { id: "cost", ...defineTopic({ ...definition, ...named("Promises"), withoutPromises: named("Support") }) };
  const namesOf = (...ids: string[]) => {
    const given = ids.map((id) => ({ ...tinyMetric({ value: count() }), id }));
    return shownOf({ metrics: given, topics: [topic] }, cubes).topics.map(({ name }) => name.en);
  };
  expect([namesOf("open-requests"), namesOf("open-requests", "sla-attainment")]).toEqual([["Support"], ["Promises"]]);
});
