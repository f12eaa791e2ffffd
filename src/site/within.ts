import type { Filters } from "../core/selection.ts";
import type { Page } from "./page.ts";

/** Sets apart what a spec is about and the part of the company within which it is told. */
const WITHIN = " @";
/** A member that none is: a dimension of no members keeps none rather than all. */
const NONE = "";

/** The spec of the same within a part of the company, which may have any ids: `trend sla-attainment @department=rnd&promise=resolution`. */
export function specWithin(spec: string, filters: Readonly<Record<string, string | readonly string[]>>): string {
  const pairs = Object.entries(filters).flatMap(([dimension, members]) => {
    const ids = [members].flat();
    return (ids.length > 0 ? ids : [NONE]).map((id) => [dimension, id]);
  });
  return `${spec}${WITHIN}${new URLSearchParams(pairs)}`;
}

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
  const pairs = new URLSearchParams(query);
  const filters: Filters = Object.fromEntries([...new Set(pairs.keys())].map((dimension) => [dimension, pairs.getAll(dimension)]));
  return { page: page.narrowed(filters), spec: own, key: Object.values(filters).flat().join("-").replaceAll("_", "-") };
}
