import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { tableFromIPC } from "@uwdata/flechette";
import { once, onceEach } from "../../src/core/once.ts";
import type { Cell } from "../../src/cube/cell-index.ts";
import type { FrozenCells } from "../protect/hold-frozen.ts";
import { STORE } from "./places.ts";
import { storedBy } from "./read-snapshot.ts";
import { verifySnapshots } from "./verify.ts";

const CUBE = /^data\/cubes\/([a-z_0-9]+)\.[0-9a-f]+\.arrow\.gz$/;

function cellsIn(snapshots: string, snapshot: string): FrozenCells {
  const files = once(() => new Map(storedBy(snapshots, snapshot).map((path) => [CUBE.exec(path)?.[1], join(snapshots, STORE, path)])));
  const cellsOf = onceEach((fact) => {
    const file = files().get(fact);
    return file === undefined ? null : (tableFromIPC(gunzipSync(readFileSync(file))).toArray() as Cell[]);
  });
  return { snapshot, cellsOf };
}

/** What all snapshots of a folder show, once they are verified, in the order in which they were frozen; a cube is read when it is first asked for. */
export const frozenCells = (snapshots: string): FrozenCells[] => verifySnapshots(snapshots).map(({ name }) => cellsIn(snapshots, name));
