import { strFromU8, strToU8, unzipSync } from "fflate";
import type { Review, SlideChart } from "../../src/data/review.ts";
import { mendChart } from "./mend-chart.ts";
import { workbookOf } from "./workbook.ts";
import { zipped } from "./zipped.ts";

const XML = /\.(xml|rels)$/;

/** What the content types name and the package lacks: a master for each slide. */
const withoutMissing = (types: string, has: (part: string) => boolean): string =>
  types.replace(/\s*<Override PartName="\/([^"]*)"[^>]*\/>/g, (override, part: string) => (has(part) ? override : ""));

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

/** Names of charts and of their workbooks: the library goes on counting from one deck of a process to the next. */
const NUMBERED = /(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)(?=\.x)/g;

/** The parts of a deck, their charts counted from 1. */
function partsOf(deck: Uint8Array): Map<string, Uint8Array> {
  const parts = Object.entries(unzipSync(deck, { filter: ({ name }) => !name.endsWith("/") }));
  const before = Math.min(...parts.flatMap(([path]) => [...path.matchAll(NUMBERED)].map((match) => Number(match[2])))) - 1;
  const counted = (text: string) => text.replace(NUMBERED, (_, name: string, number: string) => `${name}${Number(number) - before}`);
  return new Map(parts.map(([path, bytes]) => [counted(path), XML.test(path) ? strToU8(counted(strFromU8(bytes))) : bytes]));
}

const CHART = /(?:^ppt\/charts\/chart|Microsoft_Excel_Worksheet)(\d+)\.x/;

/**
 * Mends what `pptxgenjs` 4.0.1 gets wrong: the clock in its files, masters that do not exist, lines of charts, their workbooks, which lack
 * zeros, and faces and language of Chinese text.
 */
export function mendDeck(deck: Uint8Array, review: Review): Uint8Array {
  const parts = partsOf(deck);
  const charts = chartsOf(review);
  const chartAt = (path: string): SlideChart | undefined => charts[Number(CHART.exec(path)?.[1]) - 1];
  const mendText = (path: string, text: string): string => {
    if (path === "[Content_Types].xml") return withoutMissing(text, (part) => parts.has(part));
    if (path === "docProps/core.xml") return onDay(text, review.day);
    if (/^ppt\/theme\//.test(path)) return ownTheme(text);
    const spoken = text.replace(/(?<= )lang="en-US"/g, `lang="${review.tag}"`);
    const chart = chartAt(path);
    return chart ? mendChart(spoken, chart) : spoken;
  };
  const mend = (path: string, bytes: Uint8Array): Uint8Array => {
    const chart = chartAt(path);
    if (chart && !XML.test(path)) return workbookOf(chart);
    return XML.test(path) ? strToU8(mendText(path, strFromU8(bytes))) : bytes;
  };
  return zipped(new Map([...parts].map(([path, bytes]) => [path, mend(path, bytes)])));
}
