import { type Cubes, openCubes } from "../cube/cubes.ts";
import type { Manifest } from "../data/manifest.ts";
import { metrics, topics } from "./registry.ts";
import type { Routes } from "./routes.ts";
import { shownOf } from "./shown.ts";
import type { Site } from "./site.ts";

/** What a browser loads of a site besides its cubes, as JSON: all but what only the build needs. */
export interface SiteDocument extends Omit<Site, "cubes" | "metrics" | "topics"> {
  manifest: Manifest;
  routes: Routes;
}

/** The site of a document. `read` gives the bytes of a cube's file, by the name that `cubeFile` gives; it may throw while they are not there. */
export function siteOf({ manifest, routes: _, ...rest }: SiteDocument, read: (file: string) => Uint8Array): Site & { cubes: Cubes } {
  const cubes = openCubes(manifest, read);
  const shown = shownOf({ metrics, topics }, cubes);
  return { ...rest, metrics: shown.metrics, topics: shown.topics, cubes };
}
