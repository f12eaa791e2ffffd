import type { Page } from "../site/ask/page.ts";
import { type Further, findablesOf } from "../site/findable.ts";
import { namedByContent, type SiteFile } from "./site-file.ts";

/** The file of all that can be found on a site, given a page of it in every language. */
export const searchFileOf = (pages: readonly Page[], further: Further): SiteFile => namedByContent("search", findablesOf(pages, further));
