import type { FigureData } from "../../../site/figures/figure.ts";
import { figureCsv } from "../../../site/figures/figure-csv.ts";
import { figureFileName } from "../../../site/figures/figure-facts.ts";
import { figurePicture } from "./picture.ts";
import { pngOf } from "./png.ts";

import { saveFile } from "./save-file.ts";

/** A file, whole but not yet given to the reader. */
interface Taken {
  name: string;
  content(): Blob | Promise<Blob>;
}

/** Makes a file of a figure; `link` leads back to it. Throws `NotLoaded` where a cube is missing. */
type TakeAway = (figure: FigureData, link: string) => Taken;

const csv: TakeAway = (figure, link) => {
  const text = figureCsv(figure, link);
  return { name: `${figureFileName(figure)}.csv`, content: () => new Blob([text], { type: "text/csv;charset=utf-8" }) };
};

const svg: TakeAway = (figure, link) => {
  const { svg: text } = figurePicture(figure, link);
  return { name: `${figureFileName(figure)}.svg`, content: () => new Blob([text], { type: "image/svg+xml" }) };
};

const png: TakeAway = (figure, link) => {
  const picture = figurePicture(figure, link);
  const explain = (cause: unknown) => {
    throw new Error(figure.page.words.menu.notDrawn, { cause });
  };
  return { name: `${figureFileName(figure)}.png`, content: () => pngOf(picture).catch(explain) };
};

/** What a figure can be taken away as. */
export const TAKE_AWAY = { csv, svg, png };

export type Kind = keyof typeof TAKE_AWAY;

/** Gives the reader the file, and says its name. */
export async function save({ name, content }: Taken): Promise<string> {
  saveFile(name, await content());
  return name;
}
