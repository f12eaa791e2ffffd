import { escape as escaped } from "html-escaper";
import type { SlideChart } from "../../src/data/review.ts";
import { withShades } from "./colours.ts";
import { columnOf } from "./workbook.ts";

type Series = SlideChart["series"][number];

const fill = (colour: string) => `<a:solidFill><a:schemeClr val="${colour}"/></a:solidFill>`;
const NONE = "<a:ln><a:noFill/></a:ln>";
const lineOf = (colour: string, width: number, dash: string) =>
  `<a:ln w="${width}" cap="rnd">${fill(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln>`;
const markerOf = (inside: string, size: number) =>
  `<c:marker><c:symbol val="circle"/><c:size val="${size}"/><c:spPr>${inside}<a:ln w="15875">${fill("accent1")}</a:ln></c:spPr></c:marker>`;
const PALE = '<a:solidFill><a:schemeClr val="accent1"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr></a:solidFill>';
const NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>';

/** How each line looks: values solid, what stands out as large dots, the unfinished pale, the target dashed, the usual range faint and in short dashes. */
const LOOKS: Readonly<Record<Series["role"], { line: string; marker: string }>> = {
  value: { line: lineOf("accent1", 28_575, "solid"), marker: NO_MARKER },
  signal: { line: NONE, marker: markerOf(fill("accent1"), 9) },
  open: { line: NONE, marker: markerOf(PALE, 8) },
  target: { line: lineOf("accent4", 19_050, "dash"), marker: NO_MARKER },
  lower: { line: lineOf("accent3", 12_700, "sysDash"), marker: NO_MARKER },
  upper: { line: lineOf("accent3", 12_700, "sysDash"), marker: NO_MARKER },
};

const points = (texts: readonly (string | null)[]) =>
  `<c:ptCount val="${texts.length}"/>${texts.map((text, i) => (text === null ? "" : `<c:pt idx="${i}"><c:v>${text}</c:v></c:pt>`)).join("")}`;

const named = (tag: string, place: string, texts: readonly string[]) =>
  `<c:${tag}><c:strRef><c:f>Sheet1!${place}</c:f><c:strCache>${points(texts.map(escaped))}</c:strCache></c:strRef></c:${tag}>`;

/** A line with its numbers; a missing value has no point, so that a gap is left. */
function seriesXml({ labels, format }: SlideChart, { name, role, values }: Series, index: number): string {
  const [column, last] = [columnOf(index), labels.length + 1];
  const { line, marker } = LOOKS[role];
  const numbers = values.map((value) => (value === null ? null : String(value)));
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    named("tx", `$${column}$1`, [name]),
    `<c:spPr>${line}</c:spPr>${marker}`,
    named("cat", `$A$2:$A$${last}`, labels),
    `<c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>${escaped(format)}</c:formatCode>`,
    `${points(numbers)}</c:numCache></c:numRef></c:val><c:smooth val="0"/></c:ser>`,
  ].join("");
}

/** The lines of a chart in place of those that `pptxgenjs` wrote, which look alike and show 0 for what is missing; and faces for Chinese. */
export function mendChart(xml: string, chart: SlideChart): string {
  const [start, end] = [xml.indexOf("<c:ser>"), xml.lastIndexOf("</c:ser>") + "</c:ser>".length];
  const series = chart.series.map((each, i) => seriesXml(chart, each, i)).join("");
  const mended = `${xml.slice(0, start)}${series}${xml.slice(end)}`
    .replace(/<a:latin typeface="[^"]*"\/>/g, '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>')
    .replace(/<a:srgbClr val="(accent\d|tx\d|bg\d)"\/>/g, '<a:schemeClr val="$1"/>')
    .replace(/(<c:noMultiLvlLbl [^>]*>)\s*(<c:tickLblSkip [^>]*>)/, "$2$1")
    .replace("<c:lineChart><c:varyColors", '<c:lineChart><c:grouping val="standard"/><c:varyColors');
  return withShades(mended);
}
