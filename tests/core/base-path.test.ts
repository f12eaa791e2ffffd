import { expect, test } from "vitest";
import { isBasePath, nearestBasePath } from "../../src/core/base-path.ts";

test.each(["/", "/tandem/", "/看板/", "/Zürich-2026/sales_v1.2/~team/"])("isBasePath(%j)", (path) => {
  expect(isBasePath(path)).toBe(true);
});

test.each([
  ["tandem", "/tandem/"],
  ["/tandem", "/tandem/"],
  ["/my board/", "/my-board/"],
  ["/协同 看板/", "/协同-看板/"],
  ["/a//b/", "/a/b/"],
  ["/../b/", "/b/"],
  ["/a/./b/", "/a/b/"],
  ["/a?b/", "/a-b/"],
  ["/100%/", "/100/"],
  ["/a#b/", "/a-b/"],
  ["/a\nb/", "/a-b/"],
  ["/a\\b/", "/a-b/"],
  ["/.git/", "/git/"],
  ["", "/"],
  ["//", "/"],
])("a site cannot live under %j; nearestBasePath gives %s", (path, near) => {
  expect([isBasePath(path), nearestBasePath(path), isBasePath(near)]).toEqual([false, near, true]);
});
