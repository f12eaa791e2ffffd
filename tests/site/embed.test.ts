import { describe, expect, test } from "vitest";
import { figureFor } from "../../src/site/all-kinds.ts";
import { embedAddress, specOfKey } from "../../src/site/embed.ts";
import { figureFileName } from "../../src/site/figures/figure-facts.ts";
import { metricOf } from "../../src/site/site.ts";
import { pageFor, SITE, scope } from "./tiny-site.ts";

const page = pageFor(scope("2026Q2", { region: ["east"] }));
const figure = figureFor(page, "breakdown wait region");
const addressOf = (spec: string) => figure && embedAddress(figure, spec);

describe("embedAddress", () => {
  test.each([
    ["trend wait", "/en/embed/wait/?period=2026Q2&region=east"],
    ["breakdown wait region", "/en/embed/wait/?figure=breakdown.region&period=2026Q2&region=east"],
    ["ranking wait region", "/en/embed/wait/?figure=ranking.region&period=2026Q2&region=east"],
  ])("of %s names the figure and the selection", (spec, address) => {
    expect(addressOf(spec)).toBe(address);
  });
});

describe("specOfKey", () => {
  const wait = metricOf(SITE, "wait");

  test("finds the figures that a metric has", () => {
    expect(specOfKey("breakdown.kind", wait, SITE)).toBe("breakdown wait kind");
    expect(specOfKey("spread", wait, SITE)).toBe("spread wait");
  });

  test.each(["", "breakdown", "breakdown.moon", "nonsense"])("knows no figure %j", (key) => {
    expect(specOfKey(key, wait, SITE)).toBeNull();
  });
});

test("figureFileName names metric, figure and period, in letters that every system takes", () => {
  expect(figure && figureFileName(figure)).toBe("wait-by-region-2026Q2");
});
