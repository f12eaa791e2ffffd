import { stat } from "node:fs/promises";
import { GrowingTexts } from "../growing.ts";
import { brokenWorkbook } from "./broken.ts";
import type { Parts } from "./parts.ts";
import { RichText } from "./rich-text.ts";
import { readAllElements } from "./xml.ts";

/** What fits into memory; each text counts once, however many cells share it. */
const MOST_TEXTS = 8_000_000;
const MOST_CHARACTERS = 256 * 1024 ** 2;

/** Texts of workbooks that were read, as long as memory has them; a workbook is opened once for each of its sheets. */
const READ = new Map<string, { state: string; texts: WeakRef<GrowingTexts> }>();

/** The texts that cells share, by their number; of a file that has not changed they are read once. Throws a DataError when they are too many. */
export async function sharedStringsOf(parts: Parts, name: string): Promise<GrowingTexts> {
  const { size, mtimeMs } = await stat(parts.path);
  const [read, state] = [READ.get(parts.path), `${size} ${mtimeMs}`];
  const before = read?.state === state ? read.texts.deref() : undefined;
  if (before) return before;
  const texts = await readSharedStrings(parts, name);
  READ.set(parts.path, { state, texts: new WeakRef(texts) });
  return texts;
}

async function readSharedStrings(parts: Parts, name: string): Promise<GrowingTexts> {
  const strings = new GrowingTexts();
  const rich = new RichText();
  let characters = 0;
  await readAllElements(parts, name, {
    open: (element) => (element === "si" ? rich.start() : rich.open(element)),
    text: (piece) => rich.text(piece),
    close: (element) => {
      rich.close(element);
      if (element !== "si") return;
      const text = rich.take();
      characters += text.length;
      strings.push(text);
      if (strings.length > MOST_TEXTS || characters > MOST_CHARACTERS)
        throw brokenWorkbook(
          parts.path,
          `more than ${MOST_TEXTS} texts or ${MOST_CHARACTERS} characters`,
          "a workbook split up into smaller ones, or CSV",
        );
    },
  });
  return strings;
}
