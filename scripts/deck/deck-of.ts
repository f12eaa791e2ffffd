import { escape as escaped } from "html-escaper";
import PptxGenJS from "pptxgenjs";
import type { Review } from "../../src/data/review.ts";
import { COLOUR } from "./colours.ts";
import { drawSlide, LAYOUT } from "./draw-slide.ts";
import { NUMBER, SLIDE, TITLE } from "./frame.ts";
import { mendDeck } from "./mend-deck.ts";

/** A review as `pptxgenjs` writes it. */
async function drawDeck(review: Review): Promise<Uint8Array> {
  const pptx = new PptxGenJS();
  pptx.defineLayout({ name: LAYOUT, width: SLIDE.width, height: SLIDE.height });
  pptx.layout = LAYOUT;
  Object.assign(pptx, { title: review.title, subject: review.title, author: review.company });
  // it is written as it is given
  pptx.company = escaped(review.company);
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
  for (const slide of review.slides) drawSlide(pptx, slide, review);
  return (await pptx.write({ outputType: "nodebuffer", compression: false })) as Uint8Array;
}

/** A review as a presentation: the same bytes for the same review. */
export const deckOf = async (review: Review): Promise<Uint8Array> => mendDeck(await drawDeck(review), review);
