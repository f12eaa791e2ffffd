import { rmSync } from "node:fs";
import { dataStage } from "../build.ts";
import { commandOf } from "../command.ts";
import { BUILD_DIR, readSettings } from "../settings.ts";
import { refresh } from "../stamp.ts";
import { type Measured, measure } from "./measure.ts";
import { type PageWeight, weighPages } from "./pages.ts";

export interface SiteBuild extends Measured {
  pages: PageWeight[];
}

/** Cubes to pages; the site that is served stays as it is. */
export async function measureSiteBuild(): Promise<SiteBuild> {
  if ((await refresh(dataStage)) !== 0) throw new Error("the data build has failed; see its own words above");
  const { output: _, ...measured } = await measure(commandOf("astro"), "build");
  const pages = await weighPages(BUILD_DIR, readSettings().base);
  rmSync(BUILD_DIR, { recursive: true });
  return { ...measured, pages };
}
