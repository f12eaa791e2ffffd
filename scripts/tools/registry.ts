import { readdir } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Table } from "../../src/core/contract.ts";
import { byRank, type Metric, type MetricDefinition } from "../../src/cube/metric.ts";

interface Listed {
  id: string;
}

/** The default export of every `.ts` file of a folder, in the order of the file names. Throws when two have one id. */
export async function readFolder<T extends Listed>(folder: string | URL): Promise<T[]> {
  const base = folder instanceof URL ? folder : pathToFileURL(folder.endsWith("/") ? folder : `${folder}/`);
  const names = (await readdir(fileURLToPath(base))).filter((name) => name.endsWith(".ts")).sort();
  const listed = await Promise.all(names.map(async (name) => ({ name, item: await readDefault<T>(new URL(name, base)) })));
  const first = new Map<string, string>();
  for (const { name, item } of listed) {
    const other = first.get(item.id);
    if (other !== undefined) throw new Error(`duplicate id: ${item.id} in ${name}; also in ${other}`);
    first.set(item.id, name);
  }
  return listed.map(({ item }) => item);
}

async function readDefault<T>(url: URL): Promise<T> {
  const module = (await import(url.href)) as { default?: T };
  if (module.default === undefined) throw new Error(`no default export in ${fileURLToPath(url)}`);
  return module.default;
}

/** Every contract of `src/tables/`. */
export const loadTables = (): Promise<Table[]> => readFolder<Table>(new URL("../../src/tables/", import.meta.url));

/** Every metric of `src/metrics/`, named by its file, in the order in which metrics are read. */
export async function loadMetrics(): Promise<Metric[]> {
  const folder = new URL("../../src/metrics/", import.meta.url);
  const names = (await readdir(fileURLToPath(folder))).filter((name) => name.endsWith(".ts")).sort();
  const metrics = names.map(async (name) => ({ id: name.slice(0, -3), ...(await readDefault<MetricDefinition>(new URL(name, folder))) }));
  return (await Promise.all(metrics)).sort(byRank);
}
