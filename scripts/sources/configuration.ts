import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Table } from "../../src/core/contract.ts";
import { type DataError, listed, orFaults, together } from "../../src/core/errors.ts";
import type { SiteConfig } from "../../src/data/site-config.ts";
import { findFiles, findReferences } from "../read/files.ts";
import { readSiteConfig } from "../tools/site-config.ts";
import { placeIn } from "./entry-place.ts";
import { loadSources } from "./sources.ts";

/** Entries of a folder that a message names. */
const SHOWN = 10;

/** A folder that holds no company's data. */
function noData(dataDir: string): Error {
  const holds = listed(
    readdirSync(dataDir).filter((name) => !name.startsWith(".")),
    SHOWN,
  );
  const there = holds ? { zh: `其中只有 ${holds}`, en: `it holds ${holds}` } : { zh: "这是空文件夹", en: "it is empty" };
  return new Error(
    [
      `${dataDir} 中没有 site.yaml 和 sources.yaml（${there.zh}）：核对 TANDEM_DATA，或运行 npm run init -- ${dataDir} 导出文件`,
      `${dataDir} has no site.yaml and no sources.yaml (${there.en}): check TANDEM_DATA, or run npm run init -- ${dataDir} FILES`,
    ].join("\n"),
  );
}

/** Throws where a folder holds no company's data, before anything is written to it. */
export function checkDataFolder(dataDir: string): void {
  if (!["site.yaml", "sources.yaml"].some((name) => existsSync(join(dataDir, name)))) throw noData(dataDir);
}

/**
 * `site.yaml` of a data folder, once all that its settings say is found to be usable; no export is opened.
 * Throws one DataError with all that is wrong with `site.yaml`, `sources.yaml` and the names of files.
 */
export async function checkConfiguration(dataDir: string, tables: readonly Table[]): Promise<SiteConfig> {
  checkDataFolder(dataDir);
  const faults: DataError[] = [];
  const site = await orFaults(faults, () => readSiteConfig(dataDir));
  const sources = await orFaults(faults, () => loadSources(dataDir, tables));
  await orFaults(faults, () => findReferences(dataDir, tables));
  for (const source of [...(sources?.exports.values() ?? [])].flat())
    await orFaults(faults, () => findFiles(dataDir, source, placeIn(source.place, "files")));
  if (site === null || faults.length > 0) throw together(faults);
  return site;
}
