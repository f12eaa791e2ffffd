import type { Filters } from "../core/selection.ts";
import type { Page } from "./page.ts";

/** Sets apart what a spec is about and the part of the company within which it is told. */
const WITHIN = " @";
/** Stands between several members of one dimension. */
const BETWEEN = ",";

/** The spec of the same within a part of the company: `trend sla-attainment @department=rnd&promise=resolution`. */
export const specWithin = (spec: string, filters: Readonly<Record<string, string | readonly string[]>>): string =>
  `${spec}${WITHIN}${new URLSearchParams(Object.entries(filters).map(([dimension, members]) => [dimension, [members].flat().join(BETWEEN)]))}`;

/** A spec, and the page of which it is told. */
interface Told {
  page: Page;
  spec: string;
  /** Tells figures of the same kind within different parts apart; empty for those of the whole page. */
  key: string;
}

/** Reads the part of the company off a spec, and narrows the page to it. */
export function readWithin(page: Page, spec: string): Told {
  const [own = "", query] = spec.split(WITHIN);
  if (query === undefined) return { page, spec: own, key: "" };
  const filters: Filters = Object.fromEntries(
    [...new URLSearchParams(query)].map(([dimension, members]) => [dimension, members.split(BETWEEN)]),
  );
  return { page: page.narrowed(filters), spec: own, key: Object.values(filters).flat().join("-").replaceAll("_", "-") };
}
