import type { CubeSize } from "./cube-sizes.ts";
import type { Bench } from "./report.ts";

/** What the project wants to stay below. */
interface Aim {
  aim: string;
  limit: number;
  measured: number;
}

const LARGE = 1_000_000;
const kB = (bytes: number) => bytes / 1000;
const largestCells = (cubes: readonly CubeSize[]) => kB(Math.max(0, ...cubes.filter(({ isCounts }) => !isCounts).map(({ gzip }) => gzip)));

/** Every aim that the figures tell something of. */
export function aimsOf({ data, site }: Bench): Aim[] {
  const perBuild = data.flatMap(({ name, orders, tandem, native, cubes }): Aim[] =>
    orders < LARGE
      ? [{ aim: `${name}: largest cube of cells, gzip kB`, limit: 200, measured: largestCells(cubes) }]
      : [
          { aim: `${name}: exports to cubes, s`, limit: 12, measured: tandem.seconds },
          { aim: `${name}: times native DuckDB`, limit: 4, measured: tandem.seconds / native.seconds },
          { aim: `${name}: largest cube of cells, gzip kB`, limit: 1000, measured: largestCells(cubes) },
        ],
  );
  return [...perBuild, { aim: "heaviest page with all it loads, gzip kB", limit: 120, measured: kB(site.pages[0]?.gzip ?? 0) }];
}
