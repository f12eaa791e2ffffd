// biome-ignore lint/performance/noBarrelFile: astro.config.mjs reports its failures from here
export { orExit } from "./tools/report-failure.ts";
