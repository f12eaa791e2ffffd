import { build } from "./build.ts";
import { readOptions } from "./tools/options.ts";
import { runCommand } from "./tools/run-command.ts";
import { serve } from "./tools/serve.ts";
import { readSettings } from "./tools/settings.ts";

async function main(): Promise<number> {
  readOptions({});
  const settings = readSettings();
  const failed = await build(settings);
  if (failed) return failed;
  const { url, close } = await serve({ dir: settings.outDir, base: settings.base, port: settings.port });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void close());
  console.log(`\n网站在 · Tandem is at ${url} （Ctrl-C 结束 · Ctrl-C ends it）`);
  return 0;
}

if (import.meta.main) runCommand(main);
