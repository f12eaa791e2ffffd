import { escape as escaped } from "html-escaper";
import { textWidth } from "../../../charts/parts/measure.ts";
import { NARROW, WIDE } from "../../../charts/widths.ts";
import { embedAddress } from "../../../site/embed.ts";
import type { FigureData } from "../../../site/figures/figure.ts";

/** Widths of frames for which the height is right, in CSS pixels: a phone or a narrow column, and a page of text. Wider ones show the drawing no larger. */
const FRAMES = [
  { frame: 400, drawing: NARROW },
  { frame: 720, drawing: WIDE },
] as const;

/** What `embed.css` sets around an embedded figure and between its parts. */
const [MARGIN, GAP] = [16, 8];
/** Size of the type that `textWidth` measures. */
const MEASURED = 12;

/** Height of a text on an embedded figure, with the gap below it. */
function textHeight(text: string, size: number, width: number): number {
  const lines = Math.ceil((textWidth(text) * size) / MEASURED / width);
  return lines && lines * size * 1.5 + GAP;
}

/** Height at which an embedded figure shows all that it says, and its drawing in full, in a frame of the smallest and of the usual width. */
function frameHeight({ id, draw, title, sentence, n, source, notes }: FigureData): number {
  const heights = FRAMES.map(({ frame, drawing }) => {
    const width = frame - 2 * MARGIN;
    const height = Number(draw({ id: `${id}-frame`, width: drawing }).getAttribute("height"));
    const small = [`${n ?? ""} ${source}`, ...notes].reduce((sum, text) => sum + textHeight(text, 12, width), 0);
    // the line that opens the numbers stands below all
    return (
      2 * MARGIN +
      textHeight(title, 18, width - 2 * MARGIN) +
      textHeight(sentence ?? "", 14, width) +
      (height * width) / drawing +
      GAP +
      small +
      24
    );
  });
  return Math.ceil(Math.max(...heights) / 10) * 10;
}

/** Gives each frame of a page the height that the figure in it posts (`embedded-height.ts`). A page that drops scripts keeps the height named. */
const GROW = `<script>addEventListener("message", ({ data, source }) => { if (data?.type === "tandem:height") for (const frame of document.querySelectorAll("iframe")) if (frame.contentWindow === source) frame.height = data.height; });</script>`;

/** HTML that shows the figure, as it is selected now, in another page, and lets its frame grow and shrink to its height. */
export function embedCode(figure: FigureData, spec: string): string {
  const { href } = new URL(embedAddress(figure, spec), location.href);
  return `<iframe src="${escaped(href)}" title="${escaped(figure.title)}" width="100%" height="${frameHeight(figure)}" loading="lazy"></iframe>\n${GROW}`;
}
