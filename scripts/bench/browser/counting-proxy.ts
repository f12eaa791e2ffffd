import { connect, createServer, type Socket } from "node:net";

/** Stands before a server and counts what travels to the browser, whichever of its threads asks. */
export interface CountingProxy {
  /** Address of the server's first page by way of the proxy. */
  url: string;
  /** Bytes sent to the browser since the last call. */
  taken(): number;
  close(): Promise<void>;
}

/** Opens a proxy before the server of an address. */
export async function countingProxy(address: string): Promise<CountingProxy> {
  const target = new URL(address);
  let bytes = 0;
  const sockets = new Set<Socket>();
  const server = createServer((browser) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [browser, upstream]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy()).on("close", () => sockets.delete(socket));
    }
    upstream.on("data", (chunk) => {
      bytes += chunk.length;
    });
    browser.pipe(upstream).pipe(browser);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the proxy has no port");
  return {
    url: Object.assign(new URL(address), { port: String(bound.port) }).href,
    taken() {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
