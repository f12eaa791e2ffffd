import { expect, test } from "vitest";
import { randomStream, sampler } from "../../scripts/sample/random.ts";

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw).sort((a, b) => a - b);

test("randomStream(name) repeats itself, and differs by name", () => {
  const first = (name: string) => randomStream(name).between(0, 1);
  expect(first("orders")).toBe(first("orders"));
  expect(first("orders")).not.toBe(first("losses"));
});

test("lognormal(median, sigma) has the median, and a mean above it", () => {
  const random = randomStream("lognormal");
  const values = draws(20_000, () => random.lognormal(10, 0.8));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(values[10_000]).toBeCloseTo(10, 0);
  expect(mean / (10 * Math.exp(0.8 ** 2 / 2))).toBeCloseTo(1, 1);
});

test("pareto(alpha) gives a fifth of the draws most of the total", () => {
  const random = randomStream("pareto");
  const values = draws(20_000, () => random.pareto(1.15));
  const total = (from: number) => values.slice(from).reduce((sum, value) => sum + value, 0);
  expect(total(16_000) / total(0)).toBeGreaterThan(0.6);
});

test("weighted(weights) draws in proportion, and never what weighs nothing", () => {
  const random = randomStream("weighted");
  const counts = { a: 0, b: 0, never: 0 };
  for (let each = 0; each < 10_000; each++) counts[random.weighted({ a: 3, b: 1, never: 0 })]++;
  expect(counts.a / counts.b).toBeCloseTo(3, 0);
  expect(counts.never).toBe(0);
});

test("sampler(items, weight) draws in proportion, and never what weighs nothing", () => {
  const random = randomStream("sampler");
  const draw = sampler([0, 3, 1], (weight) => weight);
  const counts = Map.groupBy(
    Array.from({ length: 10_000 }, () => draw(random)),
    (item) => item,
  );
  expect((counts.get(3)?.length ?? 0) / (counts.get(1)?.length ?? 0)).toBeCloseTo(3, 0);
  expect(counts.has(0)).toBe(false);
});
