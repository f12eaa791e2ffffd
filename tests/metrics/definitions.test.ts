import { describe, expect, test } from "vitest";
import { loadFacts, withRead } from "../../scripts/facts/facts.ts";
import { loadTopics } from "../../scripts/tools/registry.ts";
import { UNITS } from "../../src/core/units.ts";
import { factsOf } from "../../src/cube/metric.ts";
import { summedUpOf } from "../../src/site/site.ts";
import { METRICS } from "./documented.ts";

const TOPICS = await loadTopics();
const FACTS = new Set(loadFacts().map(({ id }) => id));
const HAN = /\p{Script=Han}/u;

describe("the metrics", () => {
  test.each(TOPICS)("of $id have ranks that differ, and at least one lead", ({ id }) => {
    const own = METRICS.filter((metric) => metric.topic === id);
    expect(new Set(own.map(({ rank }) => rank)).size).toBe(own.length);
    expect(own.some(({ isLead }) => isLead)).toBe(true);
  });

  test.each(["zh", "en"] as const)("have each a name of its own in %s", (locale) => {
    const names = METRICS.map(({ label }) => label[locale]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test("of all effects together are summed up by the overview of a company that has them all", () => {
    const effects = TOPICS.filter(({ isEffect }) => isEffect);
    expect(summedUpOf({ topics: TOPICS })).toEqual(effects);
    const others = TOPICS.filter((topic) => topic !== effects[0]);
    expect(summedUpOf({ topics: others })).toEqual(others);
  });

  test("use every fact, be it by way of another", () => {
    const facts = loadFacts();
    const used = new Set(withRead(facts, METRICS.flatMap(factsOf)));
    expect(facts.filter((fact) => !used.has(fact)).map(({ id }) => id)).toEqual([]);
  });
});

describe.each(METRICS.map((metric) => [metric.id, metric] as const))("%s", (id, metric) => {
  test("is named in kebab-case", () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test.each(["label", "description", "cases"] as const)("has a %s in Chinese and in English", (field) => {
    const { zh, en } = metric[field];
    expect(zh).toMatch(HAN);
    expect(en).toMatch(/[A-Za-z]/);
    expect(en).not.toMatch(HAN);
  });

  test("is described in a sentence, and its cases by a noun", () => {
    expect(metric.description.zh).toMatch(/。$/);
    expect(metric.description.en).toMatch(/^[A-Z].*\.$/);
    expect(metric.cases.en).not.toMatch(/[.。]$/);
  });

  test("has a unit, and a way that is better", () => {
    expect(UNITS).toContain(metric.unit);
    expect(["higher", "lower", "nearer-zero", "neither"]).toContain(metric.better);
    expect(metric.better === "nearer-zero").toBe(metric.unit === "points");
  });

  test("makes its remark in both languages, and shows it in an example", () => {
    const { remark, examples } = metric;
    expect(remark?.label.zh ?? "无").toMatch(HAN);
    expect(remark?.label.en ?? "none").not.toMatch(HAN);
    expect(examples.some((example) => (example.remark ?? 0) > 0)).toBe(remark !== undefined);
  });

  test("is made from facts that exist", () => {
    expect(factsOf(metric).filter((fact) => !FACTS.has(fact))).toEqual([]);
  });

  test("names a dimension once, and crosses only its own", () => {
    expect(new Set(metric.dimensions).size).toBe(metric.dimensions.length);
    const crossed = metric.crossings ?? [];
    expect(crossed.flat().filter((dimension) => !metric.dimensions.includes(dimension))).toEqual([]);
    expect(crossed.filter(([a, b]) => a === b)).toEqual([]);
  });

  test("has at least two examples, one of them without rows or without a value", () => {
    expect(metric.examples.length).toBeGreaterThanOrEqual(2);
    expect(metric.examples.some(({ given, value }) => Object.values(given).flat().length === 0 || value === null)).toBe(true);
  });

  test("has probabilities from small to large within its spread", () => {
    const probabilities = metric.spread?.probabilities ?? [];
    expect(probabilities.every((each) => each > 0 && each < 1)).toBe(true);
    expect([...probabilities].sort((a, b) => a - b)).toEqual([...probabilities]);
  });

  test("says its formula in SQL that names every component's column", () => {
    const columns = metric.value.components.flatMap((component) => (component.kind === "counts" ? [component.column] : []));
    expect(metric.value.sql).not.toBe("");
    expect(columns.filter((column) => !metric.value.sql.includes(column))).toEqual([]);
  });
});
