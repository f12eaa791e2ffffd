import { unknownName } from "../core/errors.ts";
import type { Metric } from "../cube/metric.ts";
import { cubeFilesOf, needsOf } from "../cube/needs.ts";
import type { Page } from "./ask/page.ts";
import { type FigureData, sourceOf } from "./figures/figure.ts";
import type { FigureKind, Kind, LivePart, PartKind } from "./kind.ts";
import type { Site } from "./site.ts";
import { parseSpec, type Spec } from "./spec.ts";

/** A figure with the spec that it was made by. */
export interface Specified {
  spec: string;
  figure: FigureData;
}

/** Makes what pages show, by specs. Each of them throws on a spec of an unknown kind, or with other words than its kind takes. */
export interface Kinds {
  /** A figure; null where the page's slice has nothing to show in it, or the site lacks a metric that it needs. */
  figureFor(page: Page, spec: string): FigureData | null;
  /** The figures of specs, in their order, without those that have nothing to show. */
  figuresFor(page: Page, specs: readonly string[]): Specified[];
  /** Why a figure has nothing to show: no data, a hidden group, or no change that could be split up. */
  emptyWords(page: Page, spec: string): string;
  /** A live part; no words where the site lacks a metric that it needs. */
  livePart(page: Page, spec: string): LivePart;
  /** The metrics of the site that a figure or a live part shows. */
  metricsOf(site: Pick<Site, "metrics" | "topics">, spec: string): Metric[];
  /** The files of the cubes that it is made from. */
  filesOf(site: Pick<Site, "metrics" | "topics" | "cubes">, spec: string): string[];
}

/** Kinds by their names. */
export interface Kept<K> {
  get(name: string): K | undefined;
  keys(): Iterable<string>;
}

/** The kind of figure, or the group of live parts, that a file holds: `breakdown` of `…/breakdown-figure.ts`, `matrix` of `…/matrix.ts`. */
export const nameOfFile = (path: string): string => path.replace(/^.*\//, "").replace(/(-figure)?\.ts$/, "");

type Found<K> = Spec & { of: K; named: Readonly<Record<string, string>> };

/** The kind of a spec, and what it is about by its names. */
function findKind<K extends Kind<unknown>>(kinds: Kept<K>, text: string): Found<K> {
  const spec = parseSpec(text);
  const of = kinds.get(spec.kind);
  if (!of) throw unknownName("kind", spec.kind, kinds.keys());
  if (spec.about.length !== of.takes.length)
    throw new Error(`${spec.kind} takes ${of.takes.join(", ") || "nothing"}; found ${spec.about.join(" ") || "nothing"} in "${text}"`);
  return { ...spec, of, named: Object.fromEntries(of.takes.map((name, i) => [name, spec.about[i] ?? ""])) };
}

/** The metrics that a kind shows, in its order; null where the site lacks one, or a dimension by which the first is shown. */
function metricsOfKind(site: Pick<Site, "metrics" | "topics">, { of, named }: Found<Kind<unknown>>): Metric[] | null {
  const ids = of.needs(named, site);
  const found = ids.flatMap((id) => site.metrics.find((metric) => metric.id === id) ?? []);
  const dimensions = of.by?.(named) ?? [];
  return found.length === ids.length && dimensions.every((dimension) => found[0]?.dimensions.includes(dimension)) ? found : null;
}

const partOf = (page: Page, { within }: Spec): Page => (within ? page.narrowed(within) : page);

/** Sets figures of one kind within different parts of the company apart. */
const suffixOf = ({ within }: Spec): string => (within ? `-${Object.values(within).flat().join("-").replaceAll("_", "-")}` : "");

export function openKinds(figures: Kept<FigureKind>, parts: Kept<PartKind>): Kinds {
  const figureFor: Kinds["figureFor"] = (page, text) => {
    const found = findKind(figures, text);
    const metrics = metricsOfKind(page.site, found);
    const figure = metrics && found.of.make(partOf(page, found), found.named);
    if (!figure) return null;
    return { ...figure, ...sourceOf(page, metrics.length > 0 ? metrics : [figure.metric]), id: `${figure.id}${suffixOf(found)}` };
  };
  const findAny = (text: string) => findKind<Kind<unknown>>(parseSpec(text).kind.includes(".") ? parts : figures, text);
  return {
    figureFor,
    figuresFor: (page, specs) =>
      specs.flatMap((spec) => {
        const figure = figureFor(page, spec);
        return figure ? [{ spec, figure }] : [];
      }),
    emptyWords(page, text) {
      const found = findKind(figures, text);
      const part = partOf(page, found);
      const { empty, hidden } = page.words.selection;
      const [metric, ...others] = metricsOfKind(page.site, found) ?? [];
      if (metric && others.length === 0 && part.view(metric.id).standing?.point.isHidden) return hidden;
      return found.of.whyEmpty?.(part, found.named) ?? empty;
    },
    livePart(page, text) {
      const found = findKind(parts, text);
      return metricsOfKind(page.site, found) ? found.of.make(partOf(page, found), found.named) : { text: "" };
    },
    metricsOf: (site, text) => metricsOfKind(site, findAny(text)) ?? [],
    filesOf(site, text) {
      const found = findAny(text);
      const needs = (metricsOfKind(site, found) ?? []).flatMap((metric) => needsOf(metric, found.of.hasSpread === true));
      const files = needs.filter(({ fact }) => site.cubes.fact(fact)).flatMap(cubeFilesOf);
      return [...new Set(files)];
    },
  };
}
