import { SaxesParser } from "saxes";
import { asBroken } from "./broken.ts";
import type { Parts } from "./parts.ts";

export type Attributes = Readonly<Record<string, string | undefined>>;

/** Takes the elements of a part as they come; their names are without a prefix. */
export interface Elements {
  open: (name: string, attributes: Attributes) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** No part of a workbook nests its elements deeper. */
const MOST_DEPTH = 64;

/** Additions of single programs to the standard; nothing that a cell shows is among them. */
const ADDITIONS = "extLst";

/** Hands on the elements of a part, of which `texts` may be less than all, and stops after every piece of its text. Throws a DataError when it is no sound XML. */
export async function* readElements(
  parts: Parts,
  name: string,
  elements: Elements,
  texts: AsyncIterable<string> = parts.textsOf(name),
): AsyncGenerator<void, void, undefined> {
  const parser = parserFor(elements);
  for await (const text of texts) {
    sound(parts, name, () => parser.write(text));
    yield;
  }
  sound(parts, name, () => parser.close());
}

/** Hands on all elements of a part. */
export async function readAllElements(parts: Parts, name: string, elements: Elements): Promise<void> {
  for await (const _ of readElements(parts, name, elements));
}

/** `1` and `true` alike. */
export const isTrue = (attribute: string | undefined): boolean => attribute === "1" || attribute === "true";

function sound(parts: Parts, name: string, read: () => void): void {
  try {
    read();
  } catch (cause) {
    throw asBroken(parts.path, name, cause);
  }
}

function parserFor(elements: Elements) {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  let additionsFrom = Number.POSITIVE_INFINITY;
  parser.on("doctype", () => {
    throw new Error("a document type, which no workbook has");
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > MOST_DEPTH) throw new Error(`elements nested more than ${MOST_DEPTH} deep`);
    if (depth > additionsFrom) return;
    const local = localName(name);
    if (local === ADDITIONS) additionsFrom = depth;
    else elements.open(local, attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    if (depth + 1 > additionsFrom) return;
    if (depth + 1 === additionsFrom) additionsFrom = Number.POSITIVE_INFINITY;
    else elements.close?.(localName(name));
  });
  const take = (piece: string) => {
    if (depth < additionsFrom) elements.text?.(piece);
  };
  parser.on("text", take);
  parser.on("cdata", take);
  return parser;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);
