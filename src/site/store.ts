import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { siteConfig } from "../core/site-config.ts";
import { type Cubes, openCubes } from "../cube/cubes.ts";
import { manifest } from "../cube/manifest.ts";
import { exportReports } from "./exports.ts";
import { reference } from "./reference.ts";

const DATA = join(process.cwd(), "public/data");

function read<T extends z.ZodType>(name: string, schema: T): z.infer<T> {
  return schema.parse(JSON.parse(readFileSync(join(DATA, `${name}.json`), "utf8")));
}

/** All that the pages are made from, as `npm run data` left it in public/data/. */
export interface Store {
  site: z.infer<typeof siteConfig>;
  cubes: Cubes;
  reference: z.infer<typeof reference>;
  reports: z.infer<typeof exportReports>;
}

/** Read once for each build; the development server reads again when data change. */
export const store: Store = {
  site: read("site", siteConfig),
  cubes: openCubes(read("manifest", manifest), (file) => readFileSync(join(DATA, file))),
  reference: read("reference", reference),
  reports: read("exports", exportReports),
};
