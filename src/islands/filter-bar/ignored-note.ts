import type { Bar } from "./bar.ts";
import { make, makeButton } from "./controls.ts";
import { ignoredWords } from "./ignored-words.ts";

/** Says what of the link's address is not known here, until the reader takes note or selects anew. */
export function ignoredNote({ element, island: { page, reader } }: Bar): () => void {
  const note = element.querySelector(".bar-ignored");
  const { bar } = page.words;
  let told = "";
  return () => {
    const parts = page.joined(...reader.ignored.map((part) => ignoredWords(page, part)));
    if (!note || parts === told) return;
    told = parts;
    const content = parts ? [make("p", {}, bar.ignored(parts)), makeButton(bar.dismiss, () => note.replaceChildren())] : [];
    note.replaceChildren(...content);
  };
}
