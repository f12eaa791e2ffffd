import { fileURLToPath } from "node:url";
import { type Measured, measure } from "./measure.ts";
import type { Phases } from "./phases.ts";

/** What `service-build.ts` says of itself. */
interface Spent {
  /** Seconds by phase: fact, cube. */
  phases: Phases;
  /** Of them, those in the engine. */
  sql_seconds: number;
  /** Rows by fact. */
  rows: Record<string, number>;
}

type ServiceBuild = Measured & Omit<Spent, "rows">;

/** Staged service requests to cubes, with the working calendar, by both engines, one after the other; making and loading the requests is not in the phases. */
export interface ServiceBuilds {
  requests: number;
  tandem: ServiceBuild;
  native: ServiceBuild;
}

async function measureBuild(engine: string, requests: number): Promise<ServiceBuild & Spent> {
  const { output, ...measured } = await measure(fileURLToPath(import.meta.resolve("./service-build.ts")), engine, String(requests));
  return { ...measured, ...(JSON.parse(output) as Spent) };
}

/** Throws when the engines do not give every fact the same number of rows. */
export async function measureServiceBuilds(requests: number): Promise<ServiceBuilds> {
  const [{ rows, ...tandem }, { rows: nativeRows, ...native }] = [
    await measureBuild("wasm", requests),
    await measureBuild("native", requests),
  ];
  const other = Object.keys(rows).find((fact) => rows[fact] !== nativeRows[fact]);
  if (other !== undefined)
    throw new Error(`native DuckDB has made something else: ${other} has ${nativeRows[other]} rows, expected ${rows[other]}`);
  return { requests, tandem, native };
}

/** Seconds that the facts and the cubes took. */
export const factsAndCubes = ({ phases }: ServiceBuild): number => (phases["fact"] ?? 0) + (phases["cube"] ?? 0);
