import { strFromU8, strToU8 } from "fflate";
import type { Review, SlideChart } from "../../src/data/review.ts";
import { withShades } from "./colours.ts";
import { mendChart } from "./mend-chart.ts";
import { numbered } from "./numbered.ts";
import { openPackage, type Package, type Part } from "./opc.ts";
import { workbookOf } from "./workbook.ts";

/** The day on which the snapshot was frozen, in place of the moment at which the deck is written. */
const onDay = (core: string, day: string): string => core.replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${day}T00:00:00Z`);

/** The colours and faces of the site. */
const COLOURS = {
  ...{ dk2: "5B5E64", lt2: "F6F4EF", accent1: "1C5CB0", accent2: "AB4A0C", accent3: "C9C5BC", accent4: "735A00", accent5: "74398A" },
  ...{ accent6: "0B6A6C", hlink: "1C5CB0", folHlink: "3D4A8A" },
};
const FACES = { latin: "Segoe UI", ea: "Microsoft YaHei" };

function ownTheme(theme: string): string {
  const coloured = Object.entries(COLOURS).reduce(
    (xml, [name, colour]) => xml.replace(new RegExp(`(<a:${name}><a:srgbClr val=")[^"]*`), `$1${colour}`),
    theme,
  );
  return coloured
    .replace(
      /(<a:(?:major|minor)Font>)<a:latin [^>]*\/><a:ea [^>]*\/>/g,
      `$1<a:latin typeface="${FACES.latin}"/><a:ea typeface="${FACES.ea}"/>`,
    )
    .replace(/(<a:font script="Hans" typeface=")[^"]*/g, `$1${FACES.ea}`);
}

/** The charts of a review, in the order in which their parts are numbered. */
const chartsOf = ({ slides }: Review): SlideChart[] =>
  slides.flatMap(({ blocks }) => blocks.filter((block): block is SlideChart => block.kind === "chart"));

/** Paths of charts and of their workbooks. */
const NUMBERED = /(?<=charts\/chart|Microsoft_Excel_Worksheet)\d+(?=\.x)/;

/** Charts counted from 1: the library goes on counting from one deck of a process to the next. */
function counted(deck: Package): Package {
  const before = Math.min(...[...deck.keys()].flatMap((path) => (NUMBERED.exec(path) ?? []).map(Number))) - 1;
  const renamed = (path: string) => path.replace(NUMBERED, (number) => String(Number(number) - before));
  return new Map(
    [...deck].map(([path, part]) => {
      const relations = part.relations.map((each) => ({ ...each, target: each.isOutside ? each.target : renamed(each.target) }));
      return [renamed(path), { ...part, relations }];
    }),
  );
}

/** Properties of a paragraph once more, behind its first run, where nothing may be. */
const REPEATED = /(?<=<\/a:r>)<a:pPr\b[^>]*(?:\/>|>.*?<\/a:pPr>)/g;

function mendText(path: string, text: string, { day, tag }: Review): string {
  if (path === "docProps/core.xml") return onDay(text, day);
  if (path.startsWith("ppt/theme/")) return ownTheme(text);
  const spoken = text.replace(/(?<= )lang="en-US"/g, `lang="${tag}"`);
  return path.startsWith("ppt/slides/") ? numbered(withShades(spoken).replace(REPEATED, "")) : spoken;
}

/**
 * Mends what `pptxgenjs` 4.0.1 gets wrong: the clock in its files, content types of masters that do not exist, numbers of shapes, paragraphs
 * of several runs, lines of charts, their workbooks, which lack zeros, and faces and language of Chinese text.
 */
export function mendDeck(deck: Uint8Array, review: Review): Package {
  const charts = chartsOf(review);
  const mended = (path: string, { bytes }: Part): Uint8Array => {
    const chart = charts[Number(NUMBERED.exec(path)?.[0]) - 1];
    if (chart && path.endsWith(".xlsx")) return workbookOf(chart);
    if (!path.endsWith(".xml")) return bytes;
    const text = mendText(path, strFromU8(bytes), review);
    return strToU8(chart ? mendChart(text, chart) : text);
  };
  return new Map([...counted(openPackage(deck))].map(([path, part]) => [path, { ...part, bytes: mended(path, part) }]));
}
