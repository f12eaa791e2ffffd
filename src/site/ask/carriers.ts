import { carriersOf } from "../../analysis/breakdown.ts";
import { surpriseOf } from "../../analysis/carried.ts";
import type { Contribution } from "../../analysis/contributions.ts";
import type { Metric } from "../../cube/metric.ts";
import { dimensionOf, type Site } from "../site.ts";
import { type Asked, askedOfAll, comparedBy } from "./asked.ts";

/** The carriers of a change: a dimension, and the contributions of its members. */
export interface Carriers {
  dimension: string;
  contributions: Contribution[];
}

/** Who carried a change by a dimension, whose own filter is lifted so that what is left out stays in view; null where nothing splits. */
function carriersBy(site: Site, metric: Metric, { dimension, asked }: { dimension: string; asked: Asked }): Carriers | null {
  const contributions = carriersOf(site.cubes, metric, dimensionOf(site, dimension), askedOfAll(asked, [dimension]));
  return contributions.length > 1 ? { dimension, contributions } : null;
}

/** Of two members one nearly always stands out, so a dimension of two is used only where there is no other. */
const isOfTwo = ({ contributions }: Carriers) => contributions.length === 2;

/** A department can be talked to: it comes before a dimension that explains little more, such as what was asked of it. */
const ADVANTAGE: Readonly<Record<string, number>> = { department: 0.1 };

const worthOf = ({ dimension, contributions }: Carriers) => surpriseOf(contributions) + (ADVANTAGE[dimension] ?? 0);

const ranked = new WeakMap<Site, Map<string, readonly string[]>>();

/** Dimensions of a metric by how much they explain of the whole company's change; computed once for each period. */
function rankedDimensions(site: Site, metric: Metric, asked: Asked): readonly string[] {
  const ofWhole = askedOfAll({ ...asked, isCompared: false }, metric.dimensions);
  const known = ranked.get(site) ?? new Map<string, readonly string[]>();
  ranked.set(site, known);
  const key = `${metric.id} ${ofWhole.slice.period.start} ${ofWhole.slice.period.end}`;
  const found = known.get(key);
  if (found) return found;
  const all = metric.dimensions.flatMap((dimension) => carriersBy(site, metric, { dimension, asked: ofWhole }) ?? []);
  const dimensions = all
    .sort((a, b) => Number(isOfTwo(a)) - Number(isOfTwo(b)) || worthOf(b) - worthOf(a))
    .map(({ dimension }) => dimension);
  known.set(key, dimensions);
  return dimensions;
}

/**
 * Who carried a change, by the dimension that explains most of it. The dimension is chosen for the whole company, so that it stays the same while
 * a reader filters; one that the reader compares by would only repeat the question.
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
