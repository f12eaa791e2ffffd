import { basename } from "node:path";
import { isNode, LineCounter, parseDocument } from "yaml";
import { DataError, type Issue } from "../../src/core/errors.ts";
import type { Text } from "../../src/core/text.ts";
import { readConfigText } from "./config-text.ts";
import { wrongSignIn } from "./wrong-signs.ts";

/** What a YAML text holds, and where. */
export interface Yaml {
  /** Its path, as errors call it. */
  file: string;
  value: unknown;
  /** The line, from 1, on which a value stands, or the nearest around it that is there. */
  lineOf: (path: readonly PropertyKey[]) => number | undefined;
}

/** Reads a YAML text; `file` is what errors call it. Throws a DataError with every line that is not YAML. */
export function parseYaml(text: string, file: string): Yaml {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { prettyErrors: false, lineCounter });
  const lines = text.split("\n");
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  const [first, ...others] = document.errors.map(({ pos: [offset], code, message }) =>
    issueAt(file, lines, lineAt(offset), { code, message }),
  );
  // a reader that has lost its way finds much that is sound; what has a wrong sign is not
  if (first) throw notYaml(file, [first, ...others.filter(({ line, found }) => line !== first.line && typeof found !== "string")]);
  const lineOf: Yaml["lineOf"] = (path) => {
    const keys = path.map((key) => (typeof key === "symbol" ? String(key) : key));
    const pair = document.contents && keys.length > 0 ? lineOfKey(document.getIn(keys.slice(0, -1), true), keys.at(-1)) : undefined;
    return pair === undefined ? (keys.length > 0 ? lineOf(keys.slice(0, -1)) : undefined) : lineAt(pair);
  };
  try {
    return { file, value: document.toJS(), lineOf };
  } catch (cause) {
    throw notYaml(file, [{ file: basename(file), found: cause instanceof Error ? cause.message : String(cause), expected: "YAML" }]);
  }
}

const notYaml = (file: string, issues: readonly Issue[]) => new DataError(`不是 YAML · not YAML: ${file}`, issues);

const INDENTATION = { zh: "与同级各行相同的缩进", en: "the indentation of the lines beside it" };
const PAIRS = { zh: "键后有冒号和空格，括号与引号成对", en: "a colon and a blank after a key, and brackets and quotes that are closed" };

/** What the reader's codes mean. */
const EXPECTED: Readonly<Record<string, Text>> = {
  DUPLICATE_KEY: { zh: "同一个键只写一次", en: "each key once" },
  BAD_INDENT: {
    zh: "与同级各行相同的缩进，且上文的括号成对",
    en: "the indentation of the lines beside it, and brackets that are closed above it",
  },
  BLOCK_AS_IMPLICIT_KEY: INDENTATION,
  MULTILINE_IMPLICIT_KEY: PAIRS,
  MISSING_CHAR: PAIRS,
};

/** A wrong sign in the line on which a reader stopped, or before it; else what the reader says. */
function issueAt(file: string, lines: readonly string[], line: number, { code, message }: { code: string; message: string }): Issue {
  const textAt = (at: number) => lines[at - 1] ?? "";
  const signed = [line, line - 1].find((at) => wrongSignIn(textAt(at)) !== undefined);
  const sign = signed === undefined ? undefined : wrongSignIn(textAt(signed));
  if (sign) return { file: basename(file), line: signed, ...sign };
  const expected = EXPECTED[code];
  return { file: basename(file), line, found: `${textAt(line).trim()}${expected ? "" : ` (${message})`}`, expected: expected ?? "YAML" };
}

/** The offset at which a key, or an item of a list, stands. */
function lineOfKey(parent: unknown, key: string | number | undefined): number | undefined {
  const items = (parent as { items?: readonly unknown[] } | undefined)?.items ?? [];
  const item = typeof key === "number" ? items[key] : items.find((each) => String((each as { key?: unknown }).key) === String(key));
  const node = typeof key === "number" ? item : (item as { key?: unknown } | undefined)?.key;
  return isNode(node) ? node.range?.[0] : undefined;
}

/** The value that a YAML file holds. Throws a DataError when it is not there, or not YAML. */
export const readYaml = (file: string): Yaml => parseYaml(readConfigText(file), file);
