// biome-ignore lint/performance/noBarrelFile: astro.config.mjs reads the settings from here
export { BUILD_DIR, readSettings } from "./tools/settings.ts";
