import { z } from "zod";
import { SLIDES } from "./review.ts";

/** A path that does not lead out of its folder. */
const WITHIN = /^(?![./\\]|[A-Za-z]:|.*\.\.[/\\])./;

/** `deck.yaml`: how a company's review is told; left out, every slide for which there are data, in the order of `SLIDES`. */
export const deckConfig = z.strictObject({
  /** The slides, in their order. */
  slides: z
    .array(z.enum(SLIDES))
    .min(1)
    .refine((slides) => new Set(slides).size === slides.length, { error: "each slide once" })
    .default([...SLIDES]),
  /** The company's template for PowerPoint, `.potx` or `.pptx`, by its path in the data folder; left out, the deck has a design of its own. */
  template: z.string().regex(WITHIN, { error: "a file in the data folder, such as company.potx" }).optional(),
});

export type DeckConfig = z.infer<typeof deckConfig>;
