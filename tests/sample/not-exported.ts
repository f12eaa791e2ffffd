import { expect } from "vitest";
import { factsOf, type MetricDefinition } from "../../src/cube/metric.ts";

/** Tables, and the facts of their names, that the sample company does not export: its order system knows approved orders only. */
export const NOT_EXPORTED = ["order_states"];

/** A metric that the sample has no value of is one of what it does not export. */
export const expectNotExported = (metric: MetricDefinition): void => {
  expect(NOT_EXPORTED).toEqual(expect.arrayContaining(factsOf(metric)));
};
