import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { review, reviewWith } from "../../src/data/review.ts";
import { deckOf } from "./deck-of.ts";
import type { Design } from "./design.ts";

/** A review as data, as the pages of a snapshot hold it: `review.zh.json`. */
const REVIEW = /^(review\.\w+)\.json$/;

/** A file and what it holds. */
type Named = readonly [name: string, bytes: Uint8Array];

const NO_URL =
  "site.yaml 没有写 url：演示文稿的链接是相对的，只在快照文件夹里有效 · site.yaml names no url: the links of the decks are relative, and lead on only beside the pages of their snapshot";

/** The decks of the reviews that are among some files, by the names of the decks. Warns where their links are not whole. */
export async function decksOf(files: Iterable<Named>, { slides, template }: Design): Promise<Map<string, Uint8Array>> {
  const decks = new Map<string, Uint8Array>();
  let isRelative = false;
  for (const [file, bytes] of files) {
    const name = REVIEW.exec(file)?.[1];
    if (name === undefined) continue;
    const told = review.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
    isRelative ||= told.root === null;
    decks.set(`${name}.pptx`, await deckOf(reviewWith(told, slides), template));
  }
  if (isRelative) console.warn(NO_URL);
  return decks;
}

/** Puts the decks of a snapshot beside its pages. */
export async function writeDecks(folder: string, design: Design): Promise<void> {
  const files = readdirSync(folder).filter((file) => REVIEW.test(file));
  const decks = await decksOf(
    files.map((file): Named => [file, readFileSync(join(folder, file))]),
    design,
  );
  for (const [name, bytes] of decks) writeFileSync(join(folder, name), bytes);
}
