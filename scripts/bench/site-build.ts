import { rmSync } from "node:fs";
import { dataStep } from "../build.ts";
import { BUILD_DIR, readSettings } from "../tools/settings.ts";
import { refresh } from "../tools/stamp.ts";
import { atWork } from "../tools/work-places.ts";
import { type Measured, measure } from "./measure.ts";
import { type PageWeight, weighPages } from "./pages.ts";

export interface SiteBuild extends Measured {
  pages: PageWeight[];
}

/** Cubes to pages; the site that is served stays as it is. */
export function measureSiteBuild(): Promise<SiteBuild> {
  const settings = readSettings();
  return atWork(settings, async () => {
    if ((await refresh(dataStep(settings))) !== 0) throw new Error("the data build has failed; see its own words above");
    const { output: _, ...measured } = await measure("scripts/tools/site.ts");
    const pages = await weighPages(BUILD_DIR, settings.base);
    rmSync(BUILD_DIR, { recursive: true });
    return { ...measured, pages };
  });
}
