import { OWN } from "../core/own-dimension.ts";
import type { FactInfo } from "../data/manifest.ts";
import { factsOf, type MetricDefinition } from "./metric.ts";

type Offering = Pick<FactInfo, "id" | "dimensions" | "rows"> & Partial<Pick<FactInfo, "unknown">>;

/**
 * A metric without a remark that nothing is recorded of, and with no more of its dimensions, and pairs of them, than all its facts with rows have: a company's exports may state none of a
 * dimension's members. The dimension that a company declares itself is one of every metric whose facts have it.
 */
export function offered<M extends MetricDefinition>(metric: M, facts: readonly Offering[]): M {
  const used = factsOf(metric);
  const own = facts.filter(({ id, rows }) => used.includes(id) && rows > 0);
  const isOffered = (dimension: string) => own.length > 0 && own.every(({ dimensions }) => dimensions.includes(dimension));
  const crossings = metric.crossings && { crossings: metric.crossings.filter((pair) => pair.every(isOffered)) };
  const { remark, ...rest } = metric;
  const isUnknown = remark?.value.components.some(({ of = metric.fact, reads }) =>
    facts.find(({ id }) => id === of)?.unknown?.some(({ figures }) => figures.some((figure) => reads.includes(figure))),
  );
  return { ...((isUnknown ? rest : metric) as M), dimensions: [...metric.dimensions, OWN].filter(isOffered), ...crossings };
}
