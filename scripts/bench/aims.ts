import type { Bench } from "./bench.ts";
import type { ReaderSpeed } from "./browser/readers.ts";
import type { CubeSize } from "./cube-sizes.ts";
import { factsAndCubes } from "./service-builds.ts";
import type { WorkbookReads } from "./workbook-reads.ts";

/** What the project wants to stay below. */
interface Aim {
  aim: string;
  limit: number;
  measured: number;
}

const LARGE = 1_000_000;
const kB = (bytes: number) => bytes / 1000;
const largestCells = (cubes: readonly CubeSize[]) => kB(Math.max(0, ...cubes.filter(({ isCounts }) => !isCounts).map(({ gzip }) => gzip)));

/** What a reader is to wait and to load, and how much sooner than by the peer a first chart is there on a slow line. */
function aimsOfReaders({ orders, pages: [own, peer] }: ReaderSpeed): Aim[] {
  if (!own) return [];
  const name = `${orders.toLocaleString("en")} orders`;
  const sooner = peer
    ? [{ aim: `${name}: first chart, share of the peer's time`, limit: 0.1, measured: own.firstChartSlowLine / peer.firstChartSlowLine }]
    : [];
  return [
    { aim: `${name}: filter to redrawn, median ms`, limit: 16, measured: own.changes.median },
    { aim: `${name}: filter to redrawn, p95 ms`, limit: 33, measured: own.changes.p95 },
    { aim: `${name}: first view, kB`, limit: 120, measured: kB(own.firstView) },
    { aim: `${name}: first filter, kB more`, limit: 1500, measured: kB(own.firstFilter) },
    ...sooner,
  ];
}

/** However large an export is, it is read with little memory. */
const aimsOfWorkbooks = ({ rows, plain, filled }: WorkbookReads): Aim[] => [
  { aim: `a workbook of ${rows.toLocaleString("en")} rows: read, s`, limit: 8, measured: Math.max(plain.seconds, filled.seconds) },
  { aim: "  peak memory, MB", limit: 300, measured: Math.max(plain.peak_mb, filled.peak_mb) },
];

/** Every aim that the figures show something of. */
export function aimsOf({ data, service, workbooks, site, readers }: Bench): Aim[] {
  const perBuild = data.flatMap(({ name, orders, tandem, native, cubes }): Aim[] =>
    orders < LARGE
      ? [{ aim: `${name}: largest cube of cells, gzip kB`, limit: 200, measured: largestCells(cubes) }]
      : [
          { aim: `${name}: exports to cubes, s`, limit: 12, measured: tandem.seconds },
          { aim: `${name}: times native DuckDB`, limit: 4, measured: tandem.seconds / native.seconds },
          { aim: `${name}: largest cube of cells, gzip kB`, limit: 1000, measured: largestCells(cubes) },
        ],
  );
  return [
    ...perBuild,
    ...service.map(({ requests, tandem }) => ({
      aim: `${requests.toLocaleString("en")} service requests: staging to cubes, s`,
      limit: 10,
      measured: factsAndCubes(tandem),
    })),
    ...aimsOfWorkbooks(workbooks),
    ...readers.flatMap(aimsOfReaders),
    { aim: "heaviest page with all it loads, gzip kB", limit: 120, measured: kB(site.pages[0]?.gzip ?? 0) },
  ];
}
