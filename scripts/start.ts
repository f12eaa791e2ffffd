import { build } from "./build.ts";
import { serve } from "./serve.ts";
import { readSettings } from "./settings.ts";

const failed = await build();
if (failed) process.exit(failed);

const { outDir, base, port } = readSettings();
const { url, close } = await serve({ dir: outDir, base, port });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void close());
console.log(`\nTandem is at ${url} (Ctrl-C ends it)`);
