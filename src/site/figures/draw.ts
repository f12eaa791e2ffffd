import type { Page } from "../page.ts";
import { readWithin } from "../within.ts";
import type { FigureData } from "./figure.ts";

/** Makes a figure of a page; null where the page's slice has nothing to show in it. */
export type FigureMaker = (page: Page, ...about: string[]) => FigureData | null;

const makers = import.meta.glob<FigureMaker>("./*-figure.ts", { eager: true, import: "default" });

/** A figure with the spec that it was made by. */
export interface Specified {
  spec: string;
  figure: FigureData;
}

/** Kinds of figures, each the name of its file. */
const figureKinds: readonly string[] = Object.keys(makers).map((path) => path.slice("./".length, -"-figure.ts".length));

/**
 * A figure by its spec: its kind and what it is about, apart by spaces: `trend open-backlog`, `breakdown open-backlog region`.
 * A part of the company may follow (see `specWithin`). Null where there is nothing to show. Throws when there is no such kind.
 */
export function figureFor(page: Page, spec: string): FigureData | null {
  const told = readWithin(page, spec);
  const [kind = "", ...about] = told.spec.split(" ");
  const make = makers[`./${kind}-figure.ts`];
  if (!make) throw new Error(`unknown figure: ${kind}; there are ${figureKinds.join(", ")}`);
  const figure = make(told.page, ...about);
  return figure && told.key ? { ...figure, id: `${figure.id}-${told.key}` } : figure;
}

/** The figures of specs, in their order, without those that have nothing to show. */
export const figuresFor = (page: Page, specs: readonly string[]): Specified[] =>
  specs.flatMap((spec) => {
    const figure = figureFor(page, spec);
    return figure ? [{ spec, figure }] : [];
  });
