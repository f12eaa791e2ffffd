import { extname } from "node:path";
import { dirname, join } from "node:path/posix";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { escape as escaped } from "html-escaper";
import { DOMParser } from "linkedom";

/** What a part relates to: another part, by its path, or what lies outside, by its address. */
export interface Relation {
  id: string;
  type: string;
  target: string;
  isOutside: boolean;
}

/** A part of a package, as the Open Packaging Conventions have it. */
export interface Part {
  bytes: Uint8Array;
  /** Its content type. */
  type: string;
  relations: readonly Relation[];
}

/** Parts by path; by that of `WHOLE` stands what the package itself relates to. */
export type Package = ReadonlyMap<string, Part>;

export const WHOLE = "";

const TYPES = "[Content_Types].xml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NAMESPACE = "http://schemas.openxmlformats.org/package/2006";

/** The elements of a name in a text of XML. */
export const elementsIn = (xml: string, name: string): Element[] => [
  ...(new DOMParser().parseFromString(xml, "text/xml") as unknown as Document).getElementsByTagName(name),
];

/** What a relation is of, whatever edition of the standard names it: `slideLayout`. */
export const kindOf = ({ type }: Relation): string => type.slice(type.lastIndexOf("/") + 1);

/** Where the relations of a part are written. */
const relationsPath = (part: string): string => join(dirname(part), "_rels", `${part.slice(part.lastIndexOf("/") + 1)}.rels`);

const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? "";

/** Where a target leads, as a part writes it. */
const placeOf = (target: string, from: string): string => (target.startsWith("/") ? target.slice(1) : join(dirname(from), target));

const relationsIn = (xml: string, from: string): Relation[] =>
  elementsIn(xml, "Relationship").map((each) => {
    const [target, isOutside] = [attribute(each, "Target"), attribute(each, "TargetMode") === "External"];
    return { id: attribute(each, "Id"), type: attribute(each, "Type"), target: isOutside ? target : placeOf(target, from), isOutside };
  });

/** The parts of a package. */
export function openPackage(zip: Uint8Array): Package {
  const files = new Map(Object.entries(unzipSync(zip, { filter: ({ name }) => !name.endsWith("/") })));
  const textOf = (path: string) => strFromU8(files.get(path) ?? new Uint8Array());
  const named = (element: string, key: string) =>
    new Map(elementsIn(textOf(TYPES), element).map((each) => [attribute(each, key).toLowerCase(), attribute(each, "ContentType")]));
  const [defaults, overrides] = [named("Default", "Extension"), named("Override", "PartName")];
  const typeOf = (path: string) => overrides.get(`/${path}`.toLowerCase()) ?? defaults.get(extname(path).slice(1).toLowerCase()) ?? "";
  const relationsOf = (path: string) => relationsIn(textOf(relationsPath(path)), path);
  const paths = [...files.keys()].filter((path) => path !== TYPES && !path.endsWith(".rels"));
  const parts = paths.map((path): [string, Part] => [
    path,
    { bytes: files.get(path) as Uint8Array, type: typeOf(path), relations: relationsOf(path) },
  ]);
  return new Map([[WHOLE, { bytes: new Uint8Array(), type: "", relations: relationsOf(WHOLE) }], ...parts]);
}

const relationXml = ({ id, type, target, isOutside }: Relation): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${isOutside ? escaped(target) : `/${escaped(target)}`}"${isOutside ? ' TargetMode="External"' : ""}/>`;

const relationsXml = (relations: readonly Relation[]): string =>
  `${HEAD}<Relationships xmlns="${NAMESPACE}/relationships">${relations.map(relationXml).join("")}</Relationships>`;

const typesXml = (parts: readonly (readonly [string, Part])[]): string =>
  [
    `${HEAD}<Types xmlns="${NAMESPACE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    ...parts.map(([path, { type }]) => `<Override PartName="/${escaped(path)}" ContentType="${type}"/>`),
    "</Types>",
  ].join("");

/** The files of a package, as a zip holds them. */
export function filesOf(of: Package): Map<string, Uint8Array> {
  const parts = [...of].filter(([path]) => path !== WHOLE);
  const related = [...of].filter(([, { relations }]) => relations.length > 0);
  return new Map<string, Uint8Array>([
    [TYPES, strToU8(typesXml(parts))],
    ...related.map(([path, { relations }]) => [relationsPath(path), strToU8(relationsXml(relations))] as const),
    ...parts.map(([path, { bytes }]) => [path, bytes] as const),
  ]);
}

/** Parts with all that they relate to, but by the kinds of relations that are left out. */
export function withRelated(of: Package, paths: readonly string[], without: readonly string[] = []): Map<string, Part> {
  const found = new Map<string, Part>();
  const take = (path: string): void => {
    const part = of.get(path);
    if (!part || found.has(path)) return;
    found.set(path, part);
    for (const relation of part.relations) if (!relation.isOutside && !without.includes(kindOf(relation))) take(relation.target);
  };
  paths.forEach(take);
  return found;
}

/** What a part relates to in a way, in the order in which it is written. */
export const relatedTo = (of: Package, from: string, kind: string): string[] =>
  (of.get(from)?.relations ?? []).filter((relation) => kindOf(relation) === kind).map(({ target }) => target);

export const textOfPart = (of: Package, path: string): string => strFromU8(of.get(path)?.bytes ?? new Uint8Array());
