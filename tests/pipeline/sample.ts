import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cubeFiles } from "../../scripts/cubes/cube-files.ts";
import { type Built, computeCubes } from "../../scripts/pipeline.ts";
import { silentProgress } from "../../scripts/tools/progress.ts";
import { readSettings } from "../../scripts/tools/settings.ts";
import { type Cubes, openCubes } from "../../src/cube/cubes.ts";

/** Builds the shipped sample from a copy, so that its rejects do not meet those of another build; without its snapshots, so that nothing stays as it was frozen. */
export async function buildSample(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), "tandem-sample-"));
  cpSync(readSettings().dataDir, folder, { recursive: true, filter: (path) => !path.includes("snapshots") });
  const built = await computeCubes(folder, silentProgress);
  rmSync(folder, { recursive: true });
  return built;
}

/** The cubes as their files hold them. */
export function openBuilt({ cubes, manifest }: Pick<Built, "cubes" | "manifest">): Cubes {
  const files = cubeFiles(cubes);
  return openCubes(manifest, (file) => {
    const bytes = files.get(file);
    if (!bytes) throw new Error(`unknown file: ${file}; there are ${[...files.keys()].join(", ")}`);
    return bytes;
  });
}
