import { dirname, join } from "node:path/posix";
import { strFromU8, unzipSync } from "fflate";
import { parseHTML } from "linkedom";

/** The XML of a package by the paths of its parts. */
export function xmlOf(deck: Uint8Array): Map<string, string> {
  const parts = Object.entries(unzipSync(deck));
  return new Map(parts.filter(([path]) => /\.(xml|rels)$/.test(path)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** Paths of all parts. */
export const partsOf = (deck: Uint8Array): string[] => Object.keys(unzipSync(deck)).filter((path) => !path.endsWith("/"));

/** A relation of a part to another, or to what lies outside. */
interface Relation {
  from: string;
  target: string;
  isOutside: boolean;
}

const RELATIONS = /^(.*?)_rels\/([^/]*)\.rels$/;

/** All relations of a package; the target of one inside is the path of a part. */
export const relationsOf = (deck: Uint8Array): Relation[] =>
  [...xmlOf(deck)].flatMap(([path, xml]) => {
    const [, folder, name] = RELATIONS.exec(path) ?? [];
    if (folder === undefined || name === undefined) return [];
    const from = `${folder}${name}`;
    const { document } = parseHTML(xml);
    return [...document.querySelectorAll("Relationship")].map((relation) => {
      const target = relation.getAttribute("Target") ?? "";
      const isOutside = relation.getAttribute("TargetMode") === "External";
      const inside = target.startsWith("/") ? target.slice(1) : join(dirname(from), target);
      return { from, isOutside, target: isOutside ? target : inside };
    });
  });

const texts = (pattern: RegExp, xml: string) => [...xml.matchAll(pattern)];

/** The points of each line of a chart as its part keeps them, by their place. */
export const cachedPoints = (chart: string): Map<number, number>[] =>
  texts(/<c:val>(.*?)<\/c:val>/gs, chart).map(
    ([, values = ""]) =>
      new Map(
        texts(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g, values).map(([, at, value]): [number, number] => [
          Number(at),
          value === "" ? Number.NaN : Number(value),
        ]),
      ),
  );

/** The numbers of a workbook by their cells. */
export function numbersIn(workbook: Uint8Array): Map<string, number> {
  const sheet = xmlOf(workbook).get("xl/worksheets/sheet1.xml") ?? "";
  return new Map(
    texts(/<c r="([A-Z]+\d+)"><v>([^<]*)<\/v>/g, sheet).map(([, place = "", value]): [string, number] => [place, Number(value)]),
  );
}
