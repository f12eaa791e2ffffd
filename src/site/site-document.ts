import { type Cubes, openCubes } from "../cube/cubes.ts";
import { offered } from "../cube/offered.ts";
import type { Manifest } from "../data/manifest.ts";
import { metrics, topics } from "./registry.ts";
import type { Routes } from "./routes.ts";
import type { Site } from "./site.ts";

/** What a browser loads of a site besides its cubes, as JSON: all but what only the build needs. */
export interface SiteDocument extends Omit<Site, "cubes" | "metrics" | "topics"> {
  manifest: Manifest;
  routes: Routes;
}

/** The site of a document. `read` gives the bytes of a cube's file, by the name that `cubeFile` gives; it may throw while they are not there. */
export function siteOf({ manifest, routes: _, ...rest }: SiteDocument, read: (file: string) => Uint8Array): Site & { cubes: Cubes } {
  const offeredMetrics = metrics.map((metric) => offered(metric, manifest.facts));
  return { ...rest, metrics: offeredMetrics, topics, cubes: openCubes(manifest, read) };
}
