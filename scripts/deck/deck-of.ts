import { escape as escaped } from "html-escaper";
import PptxGenJS from "pptxgenjs";
import type { Review } from "../../src/data/review.ts";
import { COLOUR } from "./colours.ts";
import { drawSlide } from "./draw-slide.ts";
import { type Frame, NUMBER, OWN_FRAME, type Size, TITLE } from "./frame.ts";
import { mendDeck } from "./mend-deck.ts";
import { filesOf } from "./opc.ts";
import { putOnTemplate } from "./template/put-on-template.ts";
import type { Template } from "./template/read-template.ts";
import { zipped } from "./zipped.ts";

const LAYOUT = "Review";

function startDeck({ title, company }: Review, { slide: { width, height } }: Frame): PptxGenJS {
  const pptx = new PptxGenJS();
  pptx.defineLayout({ name: LAYOUT, width, height });
  pptx.layout = LAYOUT;
  Object.assign(pptx, { title, subject: title, author: company });
  // it is written as it is given
  pptx.company = escaped(company);
  return pptx;
}

const written = async (pptx: PptxGenJS): Promise<Uint8Array> =>
  (await pptx.write({ outputType: "nodebuffer", compression: false })) as Uint8Array;

/** A review on slides of our own. */
function drawDeck(review: Review): Promise<Uint8Array> {
  const pptx = startDeck(review, OWN_FRAME);
  pptx.defineSlideMaster({
    title: LAYOUT,
    objects: [
      {
        placeholder: {
          options: {
            ...{ name: "title", type: "title", x: TITLE.x, y: TITLE.y, w: TITLE.w, h: TITLE.h, margin: 0 },
            ...{ fontSize: TITLE.size, bold: true, align: "left", valign: "top", color: COLOUR.ink },
          },
          text: "",
        },
      },
    ],
    slideNumber: { x: NUMBER.x, y: NUMBER.y, w: NUMBER.w, h: NUMBER.h, fontSize: NUMBER.size, color: COLOUR.muted, align: "right" },
  });
  for (const of of review.slides) {
    const slide = pptx.addSlide({ masterName: LAYOUT });
    slide.addText(of.title, { placeholder: "title" });
    drawSlide(pptx, slide, of, { review, frame: OWN_FRAME });
  }
  return written(pptx);
}

/** A slide 7.5 inches high, and no narrower than 10, has text of the size of ours. */
const scaleOf = ({ width, height }: Size): number => Math.min(height / 7.5, width / 10);

/** What slides have beside their placeholders, behind an empty slide for the cover. */
function drawContents(review: Review, { slide, area }: Template): Promise<Uint8Array> {
  const frame: Frame = { slide, content: { ...area, scale: scaleOf(slide) }, number: 0 };
  const pptx = startDeck(review, frame);
  pptx.addSlide();
  for (const of of review.slides) drawSlide(pptx, pptx.addSlide(), of, { review, frame });
  return written(pptx);
}

/** A review as a presentation, on a company's template where there is one: the same bytes for the same review. */
export async function deckOf(review: Review, template: Template | null = null): Promise<Uint8Array> {
  const deck = mendDeck(await (template ? drawContents(review, template) : drawDeck(review)), review);
  return zipped(filesOf(template ? putOnTemplate(deck, template, review) : deck));
}
