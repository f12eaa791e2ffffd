import { describe, expect, test } from "vitest";
import { openLazyKinds } from "../../src/islands/kinds.ts";
import { NotLoaded, untilLoaded } from "../../src/islands/load.ts";
import * as built from "../../src/site/all-kinds.ts";
import { pageFor } from "../site/tiny-site.ts";

const page = pageFor();

describe("openLazyKinds()", () => {
  test("misses the code of a kind until it is loaded, and then makes what the build makes", async () => {
    const kinds = openLazyKinds();
    expect(() => kinds.figureFor(page, "trend orders")).toThrow(NotLoaded);
    const figure = await untilLoaded(() => kinds.figureFor(page, "trend orders"));
    expect(figure?.table()).toEqual(built.figureFor(page, "trend orders")?.table());
    expect(await untilLoaded(() => kinds.livePart(page, "metric.value orders"))).toEqual(built.livePart(page, "metric.value orders"));
  });

  test.each([
    ["brakdown orders region", /^unknown kind: brakdown; did you mean breakdown\? \(known: breakdown, /],
    ["metrik.value orders", /^unknown kind: metrik\.value.* \(known: goals, matrix, metric, /],
    ["metric.gauge orders", /^unknown kind: metric\.gauge.* \(known: goals, matrix, metric, /],
  ])("of %j names the kinds that there are", async (spec, message) => {
    const kinds = openLazyKinds();
    await expect(untilLoaded(() => kinds.metricsOf(page.site, spec))).rejects.toThrow(message);
  });
});
