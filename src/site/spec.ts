import type { Filters } from "../core/selection.ts";

/** What one place of a page shows. */
export interface Spec {
  /** Kind of figure or of live part. */
  kind: string;
  /** What it is about, such as a metric and a dimension. */
  about: readonly string[];
  /** The part of the company within which it is shown; null for all that the page is about. */
  within: Filters | null;
}

const WITHIN = " @";
/** A member that none is: a dimension of no members keeps none rather than all. */
const NONE = "";

function parseWithin(query: string): Filters {
  const pairs = new URLSearchParams(query);
  return Object.fromEntries([...new Set(pairs.keys())].map((dimension) => [dimension, pairs.getAll(dimension)]));
}

function printWithin(filters: Filters): string {
  const pairs = Object.entries(filters).flatMap(([dimension, members]) =>
    (members.length > 0 ? members : [NONE]).map((member) => [dimension, member]),
  );
  return `${WITHIN}${new URLSearchParams(pairs)}`;
}

/** Reads a spec: words apart by spaces, as in `breakdown open-backlog region`, and a part of the company: `trend sla-attainment @department=rnd`. */
export function parseSpec(text: string): Spec {
  const [words = "", query] = text.split(WITHIN);
  const [kind = "", ...about] = words.split(" ");
  return { kind, about, within: query === undefined ? null : parseWithin(query) };
}

/** The opposite of `parseSpec`. Members of a dimension may have any ids. */
export const printSpec = ({ kind, about, within }: Spec): string => [kind, ...about].join(" ") + (within ? printWithin(within) : "");

/** The same spec within a part of the company. */
export const specWithin = (text: string, members: Readonly<Record<string, string | readonly string[]>>): string =>
  printSpec({ ...parseSpec(text), within: Object.fromEntries(Object.entries(members).map(([id, of]) => [id, [of].flat()])) });
