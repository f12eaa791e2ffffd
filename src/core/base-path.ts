/** What may stand in an address as it is, and letters of other scripts, which browsers show as they are. */
const SEGMENT = /^[\p{L}\p{N}_~-][\p{L}\p{M}\p{N}._~-]*$/u;
const UNFIT = /[^\p{L}\p{M}\p{N}._~-]+/gu;

/** Whether a site can live under a path: `/`, or names between slashes that no server and no browser reads as anything else. */
export const isBasePath = (path: string): boolean =>
  path === "/" ||
  (/^\/.+\/$/s.test(path) &&
    path
      .slice(1, -1)
      .split("/")
      .every((segment) => SEGMENT.test(segment)));

/** The path most like a given one that a site can live under. */
export function nearestBasePath(path: string): string {
  const segments = path.split("/").map((segment) => segment.replace(UNFIT, "-").replace(/^[.-]+|-+$/g, ""));
  return `/${segments
    .filter(Boolean)
    .map((segment) => `${segment}/`)
    .join("")}`;
}
