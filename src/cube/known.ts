import type { Evidence } from "../data/manifest.ts";
import type { Cubes } from "./cubes.ts";
import { componentsOf, type MetricDefinition } from "./metric.ts";

/** Stands for all figures of a fact. */
export const ALL = "*";

/** What would have to be recorded for a metric to be known, each once; empty where it is known as far as its facts are there. */
export const unknownTo = (cubes: Cubes, metric: MetricDefinition): Evidence[] => [
  ...new Set(
    componentsOf(metric).flatMap(({ of, reads }) =>
      (cubes.fact(of)?.unknown ?? []).filter(({ figures }) => figures.some((figure) => figure === ALL || reads.includes(figure))),
    ),
  ),
];
