import type { Page } from "../page.ts";
import type { FigureData } from "./figure.ts";

/** Makes a figure of a page; null where the page's slice has nothing to show in it. */
export type FigureMaker = (page: Page, ...about: string[]) => FigureData | null;

const makers = import.meta.glob<FigureMaker>("./*-figure.ts", { eager: true, import: "default" });

/** Kinds of figures, each the name of its file. */
const figureKinds: readonly string[] = Object.keys(makers).map((path) => path.slice("./".length, -"-figure.ts".length));

/**
 * A figure by its spec: its kind and what it is about, apart by spaces: `trend open-backlog`, `breakdown open-backlog region`.
 * Null where there is nothing to show. Throws when there is no such kind.
 */
export function figureFor(page: Page, spec: string): FigureData | null {
  const [kind = "", ...about] = spec.split(" ");
  const make = makers[`./${kind}-figure.ts`];
  if (!make) throw new Error(`unknown figure: ${kind}; there are ${figureKinds.join(", ")}`);
  return make(page, ...about);
}
