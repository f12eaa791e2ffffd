import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Server, serve } from "../../scripts/tools/serve.ts";

const LONG = "协同 ".repeat(1000);
/** Long enough that a server would like to compress it. */
const PACKED = gzipSync(LONG, { level: 0 });
const IMMUTABLE = "public, max-age=31536000, immutable";

function makeSite(): string {
  const dir = mkdtempSync(join(tmpdir(), "tandem-"));
  mkdirSync(join(dir, "response"));
  mkdirSync(join(dir, "_astro"));
  mkdirSync(join(dir, "api"));
  mkdirSync(join(dir, "data/cubes"), { recursive: true });
  writeFileSync(join(dir, "index.html"), "overview");
  writeFileSync(join(dir, "response/index.html"), LONG);
  writeFileSync(join(dir, "404.html"), "not here");
  writeFileSync(join(dir, "_astro/page.Dq8x0a.css"), LONG);
  writeFileSync(join(dir, "api/metrics.json"), LONG);
  writeFileSync(join(dir, "data/cubes/sales.0123456789.arrow.gz"), PACKED);
  return dir;
}

describe("serve(site)", () => {
  const dir = makeSite();
  let server: Server;
  const get = (path: string, init: RequestInit = {}) => fetch(new URL(path, server.url), { redirect: "manual", ...init });

  beforeAll(async () => {
    server = await serve({ dir, base: "/tandem/", port: 24_321 });
  });
  afterAll(() => server.close());

  test("gives the address of the first page, under the base", async () => {
    expect(server.url).toMatch(/^http:\/\/localhost:\d+\/tandem\/$/);
    expect(await (await fetch(server.url)).text()).toBe("overview");
  });

  test.each([
    ["/", "/tandem/"],
    ["/tandem", "/tandem/"],
    ["/tandem/response?from=2026-01", "/tandem/response/?from=2026-01"],
  ])("sends a reader of %s to %s", async (path, place) => {
    const response = await get(path);
    expect([response.status, response.headers.get("location")]).toEqual([302, place]);
  });

  test.each(["/tandem/nowhere/", "/response/", "/tandem/..%2f..%2fpackage.json", "/tandem/data/", "/tandem/%E0%A4%A/"])(
    "responds to %s with the not-found page",
    async (path) => {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([404, "not here"]);
    },
  );

  test("sends nobody to another host", async () => {
    const { origin } = new URL(server.url);
    expect((await fetch(`${origin}//elsewhere`, { redirect: "manual" })).headers.get("location")).toBe(null);
    expect((await fetch(`${origin}//tandem`, { redirect: "manual" })).headers.get("location")).toBe("/tandem/");
  });

  test.each(["response/", "api/metrics.json"])("compresses %s for who asks", async (path) => {
    const packed = await get(path, { headers: { "accept-encoding": "gzip" } });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(await packed.text()).toBe(LONG);
    expect((await get(path, { headers: { "accept-encoding": "identity" } })).headers.has("content-encoding")).toBe(false);
  });

  test("sends a part of a file as it is", async () => {
    const response = await get("response/", { headers: { range: "bytes=0-5", "accept-encoding": "gzip" } });
    expect([response.status, await response.text()]).toEqual([206, "协同"]);
  });

  test("lets a browser ask each time, and says when nothing has changed", async () => {
    const { headers } = await get("response/");
    expect(headers.get("cache-control")).toBe("no-cache");
    const again = await get("response/", { headers: { "if-none-match": headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
  });

  test.each([
    ["_astro/page.Dq8x0a.css", IMMUTABLE],
    ["data/cubes/sales.0123456789.arrow.gz", IMMUTABLE],
    ["api/metrics.json", "no-cache"],
    ["data/cubes/sales.9999999999.arrow.gz", "no-store"],
  ])("lets a browser keep %s: %s", async (path, kept) => {
    expect((await get(path)).headers.get("cache-control")).toBe(kept);
  });

  test.each<[string, Record<string, string>]>([
    ["whole", { "accept-encoding": "gzip" }],
    ["whole to who takes it as it is", { "accept-encoding": "identity" }],
    ["as a part", { "accept-encoding": "gzip", range: `bytes=0-${PACKED.length - 1}` }],
  ])("sends a packed cube %s as the gzip file that it is, not compressed again", async (_, headers) => {
    const response = await get("data/cubes/sales.0123456789.arrow.gz", { headers });
    expect(response.headers.get("content-type")).toBe("application/gzip");
    expect(response.headers.has("content-encoding")).toBe(false);
    expect(gunzipSync(await response.arrayBuffer()).toString()).toBe(LONG);
  });

  test("responds with the file as it is now", async () => {
    writeFileSync(join(dir, "index.html"), "overview, built again");
    expect(await (await get("")).text()).toBe("overview, built again");
  });

  test("takes the next free port when the first is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(25_321, "localhost", resolve));
    const second = await serve({ dir, base: "/", port: 25_321 });
    expect(second.url).toBe("http://localhost:25322/");
    await second.close();
    await new Promise((resolve) => other.close(resolve));
  });
});
