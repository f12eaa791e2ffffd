import { splitMembers } from "../../core/query-text.ts";
import { AGAINST, type Ignored } from "../../core/selection-query.ts";
import type { Page } from "../../site/ask/page.ts";
import type { Bar } from "./bar.ts";
import { make, makeButton } from "./controls.ts";

/** "Region: South" for a dimension that the site has, if not this page; undefined for another key. */
function dimensionWords(page: Page, { key, value }: Ignored): string | undefined {
  const dimension = page.site.cubes.manifest.dimensions.find(({ id }) => id === key);
  if (!dimension) return undefined;
  const label = page.say(dimension.label);
  const names = splitMembers(value, []).map((id) => page.member(key, id));
  return page.titled(label, page.listed(names) || page.words.selection.all(label));
}

function otherWords(page: Page, { key, value }: Ignored): string {
  const { bar, period } = page.words;
  const split = page.site.cubes.manifest.dimensions.find(({ id }) => id === value);
  if (key === "period") return page.titled(period, value);
  if (key === "split") return page.titled(bar.split, split ? page.say(split.label) : value);
  if (key === "show") return page.titled(bar.show.label, value);
  return `${key}=${value}`;
}

/** A part of a link that a page does not know, in words as far as the site knows them: "Region: South". */
export function ignoredWords(page: Page, { key, value }: Ignored): string {
  const isAgainst = key.startsWith(AGAINST);
  const own = { key: isAgainst ? key.slice(AGAINST.length) : key, value };
  const words = dimensionWords(page, own) ?? otherWords(page, own);
  return isAgainst ? page.noted(words, page.words.bar.compare) : words;
}

/** Says what of the link's address is not known here, until the reader takes note or selects again. */
export function ignoredNote({ element, island: { page, reader } }: Bar): () => void {
  const note = element.querySelector(".bar-ignored");
  const { bar } = page.words;
  let said = "";
  return () => {
    const parts = page.joined(...reader.ignored.map((part) => ignoredWords(page, part)));
    if (!note || parts === said) return;
    said = parts;
    const content = parts ? [make("p", {}, bar.ignored(parts)), makeButton(bar.dismiss, () => note.replaceChildren())] : [];
    note.replaceChildren(...content);
  };
}
