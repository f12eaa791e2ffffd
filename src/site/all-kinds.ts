import type { FigureKind, PartKind } from "./kind.ts";
import { nameOfFile, openKinds } from "./kinds.ts";

const FIGURES = import.meta.glob<FigureKind>("./figures/*-figure.ts", { eager: true, import: "default" });
const PARTS = import.meta.glob<Readonly<Record<string, PartKind>>>("./parts/*.ts", { eager: true, import: "default" });

/** Every kind of figure, each the name of its file, and of live part, each after the name of its file: for the build, which has no wait. */
export const { figureFor, figuresFor, emptyWords, livePart, metricsOf } = openKinds(
  new Map(Object.entries(FIGURES).map(([path, kind]) => [nameOfFile(path), kind])),
  new Map(
    Object.entries(PARTS).flatMap(([path, kinds]) => Object.entries(kinds).map(([name, kind]) => [`${nameOfFile(path)}.${name}`, kind])),
  ),
);
