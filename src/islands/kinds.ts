import type { FigureKind, PartKind } from "../site/kind.ts";
import { type Kept, type Kinds, nameOfFile, openKinds } from "../site/kinds.ts";
import { NotLoaded } from "./load.ts";

const FIGURES = import.meta.glob<FigureKind>("../site/figures/*-figure.ts", { import: "default" });
const PARTS = import.meta.glob<Readonly<Record<string, PartKind>>>("../site/parts/*.ts", { import: "default" });

/** Kinds in files, each loaded when the first of its kinds is asked for; `find` says in which file a kind is, and which one in it. */
function lazily<File, K>(
  files: Readonly<Record<string, () => Promise<File>>>,
  fileOf: (name: string) => string,
  find: (file: File, name: string) => K | undefined,
): Kept<K> {
  const loaded = new Map<string, File>();
  const load = async (path: string, read: () => Promise<File>) => void loaded.set(path, await read());
  return {
    get(name) {
      const path = fileOf(name);
      const read = files[path];
      if (!read) return undefined;
      const file = loaded.get(path);
      if (file === undefined) throw new NotLoaded(name, () => load(path, read));
      return find(file, name);
    },
    keys: () => Object.keys(files).map(nameOfFile),
  };
}

/** The kinds of figures and of live parts; what asks for one whose file is not loaded yet throws `NotLoaded`. */
export const openLazyKinds = (): Kinds =>
  openKinds(
    lazily(
      FIGURES,
      (name) => `../site/figures/${name}-figure.ts`,
      (kind) => kind,
    ),
    lazily(
      PARTS,
      (name) => `../site/parts/${name.split(".")[0]}.ts`,
      (kinds, name) => kinds[name.split(".")[1] ?? ""],
    ),
  );
