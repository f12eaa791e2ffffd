import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseDocument } from "yaml";
import { ROOT } from "../tools/settings.ts";
import type { Asker } from "./asker.ts";

/** Writes `site.yaml` where there is none, with the name of the company and its currency; whether it did. */
export async function writeSite(dataDir: string, currency: string, asker: Asker): Promise<boolean> {
  const file = join(dataDir, "site.yaml");
  if (existsSync(file)) return false;
  const name = await asker.write({ zh: "公司叫什么?", en: "What is the company called?" }, basename(dataDir));
  const document = parseDocument(readFileSync(join(ROOT, "scripts/init/site.yaml"), "utf8"));
  document.setIn(["company", "zh"], name);
  document.setIn(["company", "en"], name);
  document.set("currency", currency);
  writeFileSync(file, document.toString());
  return true;
}
