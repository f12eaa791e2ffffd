import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadTopics } from "../../scripts/tools/registry.ts";
import { count } from "../../src/cube/parts.ts";
import { ACCENTS, defineTopic, inReadingOrder, type Topic } from "../../src/cube/topic.ts";
import { tinyMetric } from "./tiny.ts";

const named = (name: string) => ({ zh: name, en: name });
const topic = (id: string, rank: number): Topic => ({
  id,
  ...defineTopic({ rank, name: named(id), title: named(id), question: named(id), accent: "cost" }),
});
const metric = (id: string, of: string, rank: number) => ({ ...tinyMetric({ topic: of, rank, value: count() }), id });

describe("inReadingOrder(metrics, topics)", () => {
  const topics = [topic("late", 2), topic("early", 30)];

  test("reads topic by topic, in the order of ranks that need not follow each other", () => {
    const metrics = [metric("a", "early", 7), metric("b", "late", 40), metric("c", "late", 3)];
    expect(inReadingOrder(metrics, topics).map(({ id }) => id)).toEqual(["c", "b", "a"]);
  });

  test("refuses a metric of an unknown topic, with the nearest", () => {
    const refused = () => inReadingOrder([metric("a", "erly", 1)], topics);
    expect(refused).toThrow("unknown topic: erly; did you mean early? (metric a; src/topics has: late, early)");
  });
});

const TOPICS = await loadTopics();

describe("the topics", () => {
  test("have ranks that differ", () => {
    expect(new Set(TOPICS.map(({ rank }) => rank)).size).toBe(TOPICS.length);
  });

  test.each(ACCENTS)("may take the colour %s, which the tokens have for light and dark", (accent) => {
    const tokens = readFileSync("src/styles/tokens.css", "utf8");
    expect(tokens.match(new RegExp(`--${accent}: #`, "g"))).toHaveLength(2);
    expect(tokens).toContain(`.accent-${accent} {`);
  });
});
