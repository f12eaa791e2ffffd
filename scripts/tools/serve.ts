import { createReadStream } from "node:fs";
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import { join } from "node:path";
import compression from "@polka/compression";
import getPort, { portNumbers } from "get-port";
import sirv from "sirv";
import { isNamedByContent } from "./named-by-content.ts";

const PORTS_TO_TRY = 100;
/** Where the files of the site lie, and those that frozen pages share. */
const SHARED = /^\/(snapshots\/store\/)?/;
const FOR_EVER = "public, max-age=31536000, immutable";
const compress = compression({ mimes: /text|javascript|json|xml|wasm/i });

export interface ServeOptions {
  /** Folder of the built site. */
  dir: string;
  /** Path under which it lives, with a slash at both ends. */
  base: string;
  /** First port to try; the next free one is taken. */
  port: number;
}

export interface Server {
  /** Address of the site's first page. */
  url: string;
  close: () => Promise<void>;
}

const nextFreePort = (first: number) => {
  const last = Math.min(first + PORTS_TO_TRY, 65_535);
  return getPort({ port: first < 1024 || first === last ? first : portNumbers(first, last) });
};

/** Where a reader is sent who left out the site's base, or the slash at the end of a page's address. */
function redirection(path: string, base: string): string | undefined {
  if (path === "/" && base !== "/") return base;
  const isPageWithoutSlash = `${path}/`.startsWith(base) && /\/[^/.]+$/.test(path);
  return isPageWithoutSlash ? `${path}/` : undefined;
}

function sendNotFound(dir: string, response: ServerResponse): void {
  response.writeHead(404, { "Content-Type": "text/html;charset=utf-8", "Cache-Control": "no-store" });
  createReadStream(join(dir, "404.html"))
    .on("error", () => response.end("not found"))
    .pipe(response);
}

/** Sends a gzip file as what it is; sirv takes it for another file on its way compressed, which a browser would unpack. */
function sendPacked(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.setHeader("Content-Type", "application/gzip");
  response.writeHead = ((status: number, { "Content-Encoding": _, ...headers }: OutgoingHttpHeaders) =>
    writeHead(status, headers)) as ServerResponse["writeHead"];
}

/** Responds from the files as they are now; a browser asks each time and hears when nothing changed, but for files that never change. */
function siteHandler({ dir, base }: ServeOptions) {
  const setHeaders = (response: ServerResponse, path: string) => {
    if (path.endsWith(".gz")) sendPacked(response);
    if (isNamedByContent(path.replace(SHARED, ""))) response.setHeader("Cache-Control", FOR_EVER);
    response.setHeader("Vary", "Accept-Encoding").setHeader("X-Content-Type-Options", "nosniff");
  };
  const files = sirv(dir, { dev: true, etag: true, setHeaders });
  return (request: IncomingMessage, response: ServerResponse) => {
    const [path = "/", ...query] = (request.url ?? "/").split("?");
    const pathname = path.replace(/^\/+/, "/");
    const elsewhere = redirection(pathname, base);
    if (elsewhere) return response.writeHead(302, { Location: [elsewhere, ...query].join("?") }).end();
    if (!pathname.startsWith(base)) return sendNotFound(dir, response);
    request.url = pathname.slice(base.length - 1);
    return files(request, response, () => sendNotFound(dir, response));
  };
}

/** Serves a built site to this machine alone, compressed; parts of files are sent as they are. */
export async function serve(options: ServeOptions): Promise<Server> {
  const handle = siteHandler(options);
  const server = createServer((request, response) =>
    request.headers.range ? handle(request, response) : compress(request, response, () => handle(request, response)),
  );
  const port = await nextFreePort(options.port);
  await new Promise<void>((resolve, reject) => server.on("error", reject).listen(port, "localhost", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://localhost:${port}${options.base}`, close };
}
