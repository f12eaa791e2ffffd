import type { Selection } from "../core/selection.ts";
import { address } from "../site/address.ts";
import { pageOf } from "../site/ask/page.ts";
import { vocabularyOfRoute } from "../site/ask/vocabulary.ts";
import type { Drawn, Island } from "./island.ts";
import { keepTarget } from "./keep-target.ts";
import { openLazyKinds } from "./kinds.ts";
import { carrySelection } from "./links.ts";
import { loadSite, NotLoaded, untilLoaded } from "./load.ts";
import { loadLanguage } from "./load-language.ts";
import { isDefault, readAddress } from "./reader.ts";
import { openStage } from "./stage.ts";
import { tryAgain } from "./try-again.ts";

/** What the layout says of the page, on its root element. */
export interface Root {
  /** Address of the site's document. */
  site: string;
  /** Path of the page in every language. */
  path: string;
  /** Comes at the reader's first act on something that answers. */
  wanted: Promise<void>;
}

/** What makes a page answer. */
export interface OpenIsland {
  island: Island;
  /** Adds a part that follows the selection. */
  add(part: Drawn): void;
  /** Shows what the address selects, once all parts are added. */
  begin(): Promise<void>;
}

/** Loads the site's document and the language of the page, and reads the address. Throws when one of them cannot be loaded. */
export async function openIsland({ site: siteAddress, path, wanted }: Root): Promise<OpenIsland> {
  const target = keepTarget();
  const [loaded, language] = await Promise.all([loadSite(siteAddress), loadLanguage(document.documentElement.lang)]);
  const { site, routes } = loaded;
  const route = routes[path];
  const reader = readAddress(vocabularyOfRoute(site, route));
  const within = route?.within ?? {};
  const pageFor = (selection: Selection) => pageOf(site, { language, document, selection, within });
  let page = pageFor(reader.selection);
  const kinds = openLazyKinds();
  const explain = (error: unknown) => {
    if (error instanceof NotLoaded) return language.words.selection.loading;
    return error instanceof Error ? error.message : String(error);
  };
  const stage = openStage({ page, explain, retry: (draw) => void tryAgain(draw) });
  const island: Island = {
    get page() {
      return page;
    },
    reader,
    redraw: stage.redraw,
    kinds,
    async load(spec) {
      const files = await untilLoaded(() => kinds.filesOf(site, spec));
      await Promise.all(files.map(loaded.load));
    },
    whenLoaded: untilLoaded,
  };
  const main = document.querySelector("main");
  const tellStyles = () => {
    if (!main) return;
    main.dataset["show"] = reader.selection.show;
    main.toggleAttribute("data-selected", !isDefault(reader));
  };
  /** Whether the page shows what is selected, as it was built for the default or since. */
  let isShown = isDefault(reader);
  const show = () => {
    isShown = true;
    page = pageFor(reader.selection);
    tellStyles();
    // at once rather than in the next frame, which would come up to a frame later
    stage.show(page);
    void stage.settle();
  };
  reader.onChange(show);
  addEventListener("beforeprint", () => {
    if (!isShown) show();
    stage.finish();
  });
  return {
    island,
    add: stage.add,
    async begin() {
      tellStyles();
      carrySelection(loaded, reader, address(""));
      if (isShown) void wanted.then(stage.prepare);
      else {
        await stage.prepare();
        if (!isShown) show();
        target.keep();
      }
    },
  };
}
