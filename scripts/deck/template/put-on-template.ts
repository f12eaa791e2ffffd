import { strFromU8, strToU8 } from "fflate";
import type { Review } from "../../../src/data/review.ts";
import { numbered } from "../numbered.ts";
import { kindOf, type Package, type Part, type Relation, relatedTo, textOfPart, WHOLE, withRelated } from "../opc.ts";
import { type Filling, filled } from "./fill.ts";
import { titleOf } from "./layouts.ts";
import { percentFor } from "./percent-for.ts";
import { presentationXml } from "./presentation-xml.ts";
import type { Template } from "./read-template.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "ppt/presentation.xml";
const MAIN_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
const NOTES_THEME = "ppt/theme/notesTheme.xml";

/** What a deck takes over of a template's presentation; its slides, sections, shows and comments are those of the template alone. */
const KEPT = ["slideMaster", "notesMaster", "handoutMaster", "theme", "presProps", "tableStyles", "font"];

/** Relations with what they lead to in another way, by their kind. */
const led = (relations: readonly Relation[], ways: Readonly<Record<string, string | undefined>>): Relation[] =>
  relations.map((relation) => ({ ...relation, target: ways[kindOf(relation)] ?? relation.target }));

/** The placeholders of a slide put around what is drawn on it. */
function withPlaceholders(slide: string, { head, foot }: { head: string; foot: string }): string {
  const start = slide.indexOf("</p:grpSpPr>") + "</p:grpSpPr>".length;
  const end = slide.lastIndexOf("</p:spTree>");
  return numbered(`${slide.slice(0, start)}${head}${slide.slice(start, end)}${foot}${slide.slice(end)}`);
}

/** What each slide writes into its placeholders: the cover, then the slides of the review. */
function fillingsOf({ content, cover }: Template, { tag, title, company, day, slides }: Review): Filling[] {
  const of = { tag, day, footer: title };
  const [ofCover, ofContent] = [titleOf(cover), titleOf(content)];
  const common = (slides[0]?.facts ?? []).filter((fact) => slides.every(({ facts }) => facts.includes(fact)));
  const percent = Math.min(...slides.map((slide) => (ofContent ? percentFor(ofContent, [slide.title]) : 100)));
  return [
    { ...of, title, subtitle: [company, common.join(" · ")], percent: ofCover ? percentFor(ofCover, [title]) : 100, number: 1 },
    ...slides.map((slide, i) => ({ ...of, title: slide.title, percent, number: i + 2 })),
  ];
}

/** The notes master of a template, or one with the theme of its slides. */
function notesMaster(deck: Package, { parts, main }: Template): { path: string; added: [string, Part][] } {
  const [own] = relatedTo(parts, main, "notesMaster");
  if (own !== undefined) return { path: own, added: [] };
  const [path = ""] = relatedTo(deck, MAIN, "notesMaster");
  const [master = ""] = relatedTo(parts, main, "slideMaster");
  const [theme = ""] = relatedTo(parts, master, "theme");
  const [drawn, ofSlides] = [deck.get(path), parts.get(theme)] as [Part, Part];
  return {
    path,
    added: [
      [path, { ...drawn, relations: led(drawn.relations, { theme: NOTES_THEME }) }],
      [NOTES_THEME, ofSlides],
      ...withRelated(parts, [theme]),
    ],
  };
}

/**
 * The slides of a deck, the first of which is empty, on the master, the layouts and the theme of a template. By hand: `pptx-automizer` copies
 * slides that a template already has, and brings a second, older `pptxgenjs`.
 */
export function putOnTemplate(deck: Package, template: Template, review: Review): Package {
  const { parts, main, cover, content } = template;
  const fillings = fillingsOf(template, review);
  const paths = relatedTo(deck, MAIN, "slide");
  const { path: notes, added } = notesMaster(deck, template);
  const slides = paths.map((target, i): Relation => ({ id: `slide${i + 1}`, type: `${OFFICE}/slide`, target, isOutside: false }));
  const toNotes: Relation = { id: "notes", type: `${OFFICE}/notesMaster`, target: notes, isOutside: false };
  const kept = (parts.get(main)?.relations ?? []).filter((relation) => KEPT.includes(kindOf(relation)));
  const design = withRelated(
    parts,
    kept.map(({ target }) => target),
    ["slide"],
  );
  const drawn = withRelated(
    deck,
    [...paths, ...relatedTo(deck, WHOLE, "core-properties"), ...relatedTo(deck, WHOLE, "extended-properties")],
    ["slideLayout", "notesMaster"],
  );
  const placed = ([path, part]: [string, Part]): [string, Part] => {
    const at = paths.indexOf(path);
    const filling = fillings[at];
    if (!filling) return [path, { ...part, relations: led(part.relations, { notesMaster: notes }) }];
    const layout = at === 0 ? cover : content;
    const bytes = strToU8(withPlaceholders(strFromU8(part.bytes), filled(layout, filling)));
    return [path, { ...part, bytes, relations: led(part.relations, { slideLayout: layout.path }) }];
  };
  const presentation = presentationXml(textOfPart(parts, main), slides, toNotes);
  return new Map([
    [WHOLE, deck.get(WHOLE) as Part],
    [
      MAIN,
      { bytes: strToU8(presentation), type: MAIN_TYPE, relations: [...kept.filter((each) => each.target !== notes), toNotes, ...slides] },
    ],
    // a button on a layout that leads to a slide leads to the first
    ...[...design].map(([path, part]): [string, Part] => [path, { ...part, relations: led(part.relations, { slide: paths[0] }) }]),
    ...added,
    ...[...drawn].map(placed),
  ]);
}
