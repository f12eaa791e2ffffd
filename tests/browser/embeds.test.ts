import { expect, test } from "vitest";
import { pageIn } from "../../src/publish/pages.ts";
import { figureFor } from "../../src/site/all-kinds.ts";
import { embedAddress, specOfKey } from "../../src/site/embed.ts";
import { routesOf } from "../../src/site/routes.ts";
import { metricOf } from "../../src/site/site.ts";
import { parseSpec } from "../../src/site/spec.ts";
import { documentOf, pagePaths } from "./support/files.ts";

/** The spec that the address of an embedded figure leads to. */
function specAt(address: string): string | null {
  const { pathname, searchParams } = new URL(address, "https://site.example");
  const { site } = pageIn("zh");
  const metric = metricOf(site, pathname.split("/").at(-2) ?? "");
  return specOfKey(searchParams.get("figure") ?? "trend", metric, site);
}

test("every figure of every page has an address of its own to be embedded by", () => {
  const { site } = pageIn("zh");
  const kinds = new Set<string>();
  const lost: unknown[] = [];
  for (const path of pagePaths.filter((each) => !each.startsWith("en/"))) {
    const page = pageIn("zh", routesOf(site)[path]?.within);
    const specs = new Set([...documentOf(path).querySelectorAll("metric-figure")].map((place) => place.getAttribute("spec") ?? ""));
    for (const spec of specs) {
      const figure = figureFor(page, spec);
      // one that has nothing to show has no menu
      if (!figure) continue;
      kinds.add(parseSpec(spec).kind);
      const found = specAt(embedAddress(figure, spec));
      if (found !== spec) lost.push({ path, spec, found });
    }
  }
  expect(lost).toEqual([]);
  expect([...kinds]).toEqual(
    expect.arrayContaining(["trend", "ranking", "crossing", "promise", "limit", "kept", "clock", "goal-tree", "gap"]),
  );
});
