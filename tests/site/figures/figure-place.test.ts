import { expect, test } from "vitest";
import { emptyWords, figureFor } from "../../../src/site/all-kinds.ts";
import { carriersPlace } from "../../../src/site/figures/figure-place.ts";
import type { Site } from "../../../src/site/site.ts";
import { byTurns, type Histories, historySite, inMonths } from "../history-site.ts";
import { pageFor, scope } from "../tiny-site.ts";

const inRegions = (east: Histories): Site => historySite(east, { region: "west", kept: byTurns(80, 81) });
const STEADY = inRegions({ kept: byTurns(90, 91) });
const SLIPPED = inRegions({ kept: byTurns(90, 91, inMonths([0, 2], 40)) });

test("a change that may be chance is not split up, and its place says why", () => {
  const page = pageFor({}, "en", STEADY);
  expect(page.view("kept").standing?.change).not.toBeNull();
  expect(figureFor(page, "carriers kept")).toBeNull();
  expect(emptyWords(page, "carriers kept")).toBe("The change may be chance, so it is not split up.");
});

test("a change that is not the one of the verdict is not called chance", () => {
  const page = pageFor({}, "en", inRegions({ kept: byTurns(90, 91, inMonths([3, 5], 40)) }));
  expect(emptyWords(page, "carriers kept")).toBe(
    "The verdict is not about the change from the period before, so that change is not split up.",
  );
});

test("a change beyond chance is split up in its place", () => {
  const page = pageFor({}, "en", SLIPPED);
  const { id, title } = carriersPlace(page, page.view("kept")) ?? {};
  expect(figureFor(page, "carriers kept")).toMatchObject({
    id,
    title,
    sentence: expect.stringMatching(/^Mostly promises due in East \(−\d/),
  });
});

test("one that went the other way than the verdict is not split up", () => {
  const happens = (monthsAgo: number) => (monthsAgo > 5 ? null : monthsAgo > 2 ? 40 : 50);
  const page = pageFor({}, "en", inRegions({ kept: byTurns(90, 91, happens) }));
  expect(page.view("kept").standing?.direction).toBe("better");
  expect(figureFor(page, "carriers kept")).toBeNull();
});

test("there is no place where nothing could be split up", () => {
  const page = pageFor(scope("2023Q4"), "en", STEADY);
  expect(carriersPlace(page, page.view("kept"))).toBeNull();
  expect(emptyWords(page, "carriers kept")).toBe("There is no period before to compare with.");
});
