import { GrowingTexts } from "../growing.ts";
import { brokenWorkbook } from "./broken.ts";
import type { Parts } from "./parts.ts";
import { RichText } from "./rich-text.ts";
import { readAllElements } from "./xml.ts";

/** What fits into memory; each text counts once, however many cells share it. */
const MOST_TEXTS = 8_000_000;
const MOST_CHARACTERS = 256 * 1024 ** 2;

/** The texts that cells share, by their number. Throws a DataError when they are too many. */
export async function readSharedStrings(parts: Parts, name: string): Promise<GrowingTexts> {
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
