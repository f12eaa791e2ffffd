import { expect, test } from "vitest";
import { differentNote } from "../../../src/site/say/promise-notes.ts";
import { pageFor } from "../tiny-site.ts";

const pageWith = (promises: { compared: number; different: number }) => {
  const page = pageFor();
  const { cubes } = page.site;
  return { ...page, site: { ...page.site, cubes: { ...cubes, manifest: { ...cubes.manifest, promises } } } };
};

test("differentNote() counts promises of which the export says otherwise than can be worked out", () => {
  expect(differentNote(pageWith({ compared: 1200, different: 3 }))).toBe(
    "Promises that the export judges itself and that can be worked out besides: 1,200. Of 3 of them it says otherwise than the due time or the rule gives; what the export says counts.",
  );
});

test("differentNote() has nothing to say where both come out alike", () => {
  expect(differentNote(pageWith({ compared: 1200, different: 0 }))).toBe("");
});
