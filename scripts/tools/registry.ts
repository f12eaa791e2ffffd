import { readdir } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Table } from "../../src/core/contract.ts";
import type { Metric, MetricDefinition } from "../../src/cube/metric.ts";
import { inReadingOrder, type Topic } from "../../src/cube/topic.ts";

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

/** The default exports of a folder of `src/`, each named by its file. */
async function readNamed<T>(folder: string): Promise<(T & Listed)[]> {
  const base = new URL(`../../src/${folder}/`, import.meta.url);
  const names = (await readdir(fileURLToPath(base))).filter((name) => name.endsWith(".ts")).sort();
  return Promise.all(names.map(async (name) => ({ id: name.slice(0, -3), ...(await readDefault<T>(new URL(name, base))) })));
}

/** Every topic of `src/topics/`, in the order in which they are read. */
export const loadTopics = async (): Promise<Topic[]> => (await readNamed<Omit<Topic, "id">>("topics")).sort((a, b) => a.rank - b.rank);

/** Every metric of `src/metrics/`, in the order in which they are read. */
export const loadMetrics = async (): Promise<Metric[]> => inReadingOrder(await readNamed<MetricDefinition>("metrics"), await loadTopics());
