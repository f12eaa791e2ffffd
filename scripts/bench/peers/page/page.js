// The page of Mosaic: a trend and three figures of bars over the facts, which DuckDB-WASM holds in the browser, and a menu for each filter.
// `window.bench` is what the bench drives; filters and queries go through Mosaic's coordinator as they would by hand.
import { AsyncDuckDB, VoidLogger } from "@duckdb/duckdb-wasm";
import { clausePoints } from "@uwdata/mosaic-core";
import { div } from "@uwdata/mosaic-sql";
import * as vg from "@uwdata/vgplot";

const TABLE = "facts";
const FILTERS = ["region", "product_line"];
const SIZE = { width: 620, height: 240, marginLeft: 90 };

/** A file that was compressed at build, so that no server spends time on it at each load. */
async function unpacked(file, type) {
  const { body } = await fetch(file);
  return new Response(body.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": type } });
}

/** DuckDB-WASM from this server alone. */
async function openDatabase() {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker("duckdb-browser-eh.worker.js"));
  const module = URL.createObjectURL(await (await unpacked("duckdb-eh.wasm.gz", "application/wasm")).blob());
  await database.instantiate(module);
  await database.open({});
  const connection = await database.connect();
  await connection.query("set autoinstall_known_extensions = false; set autoload_known_extensions = false");
  return { database, connection };
}

/** Loads the facts while the database starts. */
async function connect() {
  const facts = unpacked("facts.arrow.gz", "application/vnd.apache.arrow.stream").then((response) => response.arrayBuffer());
  const { database, connection } = await openDatabase();
  await connection.insertArrowFromIPCStream(new Uint8Array(await facts), { name: TABLE, create: true });
  const coordinator = vg.coordinator();
  coordinator.logger(null);
  coordinator.databaseConnector(vg.wasmConnector({ duckdb: database, connection }));
}

const selection = vg.Selection.intersect();
const ofNewProducts = vg.sum(vg.sql`CASE WHEN ${vg.column("is_new_product")} THEN ${vg.column("amount_cny")} ELSE 0 END`);
/** As Mosaic's own terms rather than as text, since it rolls up in advance only what it understands. */
const share = div(ofNewProducts, vg.sum("amount_cny"));

const size = [vg.width(SIZE.width), vg.height(SIZE.height), vg.marginLeft(SIZE.marginLeft)];
const facts = (options) => vg.from(TABLE, { filterBy: selection, ...options });

/** There are fewer months than pixels, so that nothing is left to thin out. */
const trend = () => vg.plot(vg.lineY(facts({ optimize: false }), { x: "month", y: share }), vg.yLabel("share"), ...size);
const bars = (dimension) => vg.plot(vg.barX(facts(), { x: share, y: dimension }), vg.xLabel("share"), ...size);
const menu = (column) => vg.menu({ label: column, as: selection, from: TABLE, column });

/** Resolves when each plot has replaced its drawing once. */
function redrawn(plots) {
  const one = (plot) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!plot.querySelector("svg")) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(plot, { childList: true, subtree: true });
    });
  return Promise.all(plots.map(one));
}

/** Resolves after the browser has painted, so that the next change starts from rest. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

async function open() {
  await connect();
  const plots = [trend(), ...["region", "product_line", "segment"].map(bars)];
  const drawn = redrawn(plots);
  document.querySelector("main").append(...FILTERS.map(menu), ...plots);
  await drawn;
  performance.mark("drawn");
  await painted();
  return plots;
}

const opened = open();
/** One part of the selection for each filter, as Mosaic's own inputs have one. */
const sources = Object.fromEntries(FILTERS.map((dimension) => [dimension, {}]));
const kept = Object.fromEntries(FILTERS.map((dimension) => [dimension, ""]));

window.bench = {
  /** Resolves when the first drawings stand: milliseconds since the navigation. */
  ready: opened.then(() => performance.getEntriesByName("drawn")[0].startTime),
  /** Keeps only some members of a dimension, all when none is named. Resolves to the milliseconds until all four plots are redrawn; 0 when nothing changes. */
  async filter(dimension, members) {
    if (kept[dimension] === String(members)) return 0;
    kept[dimension] = String(members);
    const plots = await opened;
    const value = members.length > 0 ? members.map((member) => [member]) : null;
    const started = performance.now();
    const drawn = redrawn(plots);
    selection.update(clausePoints([dimension], value, { source: sources[dimension] }));
    await drawn;
    document.body.getBoundingClientRect();
    const milliseconds = performance.now() - started;
    await painted();
    return milliseconds;
  },
  /** What the plots show, to compare with other pages: one row per member of a dimension, or per month. */
  async read(dimension) {
    await opened;
    const where = selection.predicate() ?? [];
    const table = await vg
      .coordinator()
      .query(vg.Query.from(TABLE).select({ key: dimension, share }).where(where).groupby(dimension).orderby(dimension), { cache: false });
    return table.toArray().map(({ key, share: value }) => [String(key), value]);
  },
};
