import { carriersOf, mainCarrier } from "../analysis/breakdown.ts";
import type { Contribution } from "../analysis/contributions.ts";
import type { Metric } from "../cube/metric.ts";
import { type Asked, askedOfAll, comparedBy } from "./asked.ts";
import { dimensionOf, type Site } from "./site.ts";

/** The carrier of a change: a dimension, and the contributions of its members. */
export interface Carriers {
  dimension: string;
  contributions: Contribution[];
  main: Contribution;
}

/** Who carried a change by a dimension, whose own filter is lifted so that what is left out stays in view; null where nothing splits. */
function carriersBy(site: Site, metric: Metric, { dimension, asked }: { dimension: string; asked: Asked }): Carriers | null {
  const contributions = carriersOf(site.cubes, metric, dimensionOf(site, dimension), askedOfAll(asked, [dimension]));
  const main = mainCarrier(contributions);
  return main && contributions.length > 1 ? { dimension, contributions, main } : null;
}

const sizeOf = ({ main }: Carriers) => Math.abs(main.rate + main.mix);

const ranked = new WeakMap<Site, Map<string, readonly string[]>>();

/** Dimensions of a metric by how much their main member explains of the whole company's change; computed once for each period. */
function rankedDimensions(site: Site, metric: Metric, asked: Asked): readonly string[] {
  const ofWhole = askedOfAll({ ...asked, isCompared: false }, metric.dimensions);
  const known = ranked.get(site) ?? new Map<string, readonly string[]>();
  ranked.set(site, known);
  const key = `${metric.id} ${ofWhole.slice.period.start} ${ofWhole.slice.period.end}`;
  const found = known.get(key);
  if (found) return found;
  const all = metric.dimensions.flatMap((dimension) => carriersBy(site, metric, { dimension, asked: ofWhole }) ?? []);
  const dimensions = all.sort((a, b) => sizeOf(b) - sizeOf(a)).map(({ dimension }) => dimension);
  known.set(key, dimensions);
  return dimensions;
}

/**
 * Who carried a change, by the dimension whose main member explains the largest part of it. The dimension is chosen for the whole company,
 * so that it stays the same while a reader filters; one that the reader compares by would only repeat the question.
 */
export function bestCarriers(site: Site, metric: Metric, asked: Asked): Carriers | null {
  const repeated = comparedBy(asked);
  for (const dimension of rankedDimensions(site, metric, asked)) {
    if (repeated.includes(dimension)) continue;
    const found = carriersBy(site, metric, { dimension, asked });
    if (found) return found;
  }
  return null;
}
