import { z } from "zod";
import { SLIDES } from "./review.ts";

/** `deck.yaml`: how a company's review is told; left out, every slide for which there are data, in the order of `SLIDES`. */
export const deckConfig = z.strictObject({
  /** The slides, in their order. */
  slides: z
    .array(z.enum(SLIDES))
    .min(1)
    .refine((slides) => new Set(slides).size === slides.length, { error: "each slide once" })
    .default([...SLIDES]),
});

export type DeckConfig = z.infer<typeof deckConfig>;
