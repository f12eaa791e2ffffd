import type { DataError } from "../../../src/core/errors.ts";
import type { Box, Size } from "../frame.ts";
import { freeArea } from "./free-area.ts";
import { type Layout, titleOf } from "./layouts.ts";
import { refused } from "./refused.ts";

/** Layouts by what PowerPoint calls them, those first that suit best. */
const COVERS = [{ type: "title", names: ["标题幻灯片", "標題投影片", "Title Slide"] }];
const CONTENTS = [
  { type: "titleOnly", names: ["仅标题", "只有標題", "Title Only"] },
  { type: "obj", names: ["标题和内容", "標題及物件", "Title and Content"] },
];

/** A name without the number that a copy of a layout bears. */
const plain = (name: string) => name.replace(/^\d+_|\s/g, "").toLowerCase();

/** Layouts of a kind in which a title can stand, by type, then by name. */
function layoutsFor(kinds: typeof CONTENTS, layouts: readonly Layout[]): Layout[] {
  const titled = layouts.filter(titleOf);
  const ways = kinds.flatMap(({ type, names }) => [
    (layout: Layout) => layout.type === type,
    (layout: Layout) => names.map(plain).includes(plain(layout.name)),
  ]);
  return ways.flatMap((isMeant) => titled.filter(isMeant));
}

function lacking(file: string, kinds: typeof CONTENTS, layouts: readonly Layout[]): DataError {
  const named = (without: string) => layouts.map((each) => `${each.name}${titleOf(each) ? "" : without}`);
  const found = {
    zh: `版式 ${named("（无标题占位符）").join("、") || "无"}`,
    en: `the layouts ${named(" (no title)").join(", ") || "none"}`,
  };
  const expected = {
    zh: `有标题占位符的版式“${kinds.map(({ names }) => names[0]).join("”或“")}”`,
    en: `a layout ${kinds.map(({ names }) => `“${names.at(-1)}”`).join(" or ")} with a placeholder for the title`,
  };
  return refused(file, found, expected, {
    zh: "在“视图 → 幻灯片母版”中补上此版式，或重命名合适的版式",
    en: "add this layout in View → Slide Master, or give its name to one that suits",
  });
}

/** The layout for the first slide. Throws a DataError where there is none. */
export function coverLayout(file: string, layouts: readonly Layout[]): Layout {
  const [cover] = layoutsFor(COVERS, layouts);
  if (!cover) throw lacking(file, COVERS, layouts);
  return cover;
}

/** Of a slide, what its content needs at least. */
const LEAST = { width: 0.5, height: 0.4 };
const shown = (width: number, height: number) => `${width.toFixed(1)} × ${height.toFixed(1)}`;

/** The layout for content that leaves enough to it, and what it leaves. Throws a DataError where there is none. */
export function contentLayout(file: string, layouts: readonly Layout[], slide: Size): { content: Layout; area: Box } {
  const [width, height] = [slide.width * LEAST.width, slide.height * LEAST.height];
  const choices = layoutsFor(CONTENTS, layouts).map((content) => ({ content, area: freeArea(content, slide) }));
  const [first] = choices;
  if (!first) throw lacking(file, CONTENTS, layouts);
  const roomy = choices.find(({ area }) => area.w >= width && area.h >= height);
  if (roomy) return roomy;
  const [{ name }, left] = [first.content, shown(first.area.w, first.area.h)];
  const found = { zh: `版式“${name}”只留出 ${left} 英寸`, en: `only ${left} inches, in the layout “${name}”` };
  const expected = { zh: `至少 ${shown(width, height)} 英寸放内容`, en: `at least ${shown(width, height)} inches for content` };
  throw refused(file, found, expected, { zh: "缩小标题，或放大正文占位符", en: "make its title smaller, or its content larger" });
}
