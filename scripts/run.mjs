// node scripts/run.mjs SCRIPT [ARGUMENT…]: installs what the lock file names and is missing, then runs SCRIPT on the Node that came with it.
// Before that nothing is installed, so this file needs no package.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { signalText } from "./tools/signal-text.mjs";

const NODE_FOR_TYPESCRIPT = 24;

const root = fileURLToPath(new URL("..", import.meta.url));
const bundledNode = join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
const major = (version) => Number(version.replace(/^v/, "").split(".")[0]);

/** Whether npm installs all on this Node: it leaves out, in silence, binaries that ask for a newer one, and the bundler's ask for ^20.19.0 || >=22.12.0. */
function isNewEnough(version) {
  const [first, second] = version.replace(/^v/, "").split(".").map(Number);
  return first > 22 || (first === 22 && second >= 12) || (first === 20 && second >= 19);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** What a lock file lists, by folder; nothing when it is not there. npm keeps one of what it has installed inside node_modules. */
function packagesIn(lockFile) {
  const file = join(root, lockFile);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

function isInstalled() {
  const found = packagesIn("node_modules/.package-lock.json");
  const wanted = Object.entries(packagesIn("package-lock.json")).filter(([folder]) => folder !== "");
  return wanted.every(([folder, { version, optional }]) => (folder in found ? found[folder].version === version : optional));
}

function install() {
  console.log("正在安装 package-lock.json 列出的包 … · Installing what package-lock.json names …");
  const options = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const { status, error } = spawnSync("npm", options, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) fail(`安装没有完成 · npm ci did not finish: ${error?.message ?? `exit code ${status}`}; see its own words above`);
}

/** Why there is no Node that runs TypeScript, and what to do. */
function whyNoNode() {
  const here = `this is ${process.version}`;
  if (existsSync(join(root, "node_modules/node/package.json")) && !existsSync(bundledNode))
    return `node_modules/node 里没有 Node，安装脚本没有运行 · node_modules/node holds no Node, since its install script did not run (npm ci --ignore-scripts, or ignore-scripts in .npmrc): run npm rebuild node --ignore-scripts=false, or install Node ${NODE_FOR_TYPESCRIPT}, and repeat; ${here}`;
  const machine = `${process.platform} ${process.arch}`;
  return `装不上需要的 Node，请手工安装 · Node ${NODE_FOR_TYPESCRIPT} could not be installed for ${machine}: install it by hand and repeat; ${here}`;
}

/** The Node that runs TypeScript: the installed one, else this one where none is published for this kind of machine. */
function findNode() {
  const { stdout } = spawnSync(bundledNode, ["--version"], { encoding: "utf8" });
  if (stdout && major(stdout) >= NODE_FOR_TYPESCRIPT) return bundledNode;
  if (major(process.version) >= NODE_FOR_TYPESCRIPT) return process.execPath;
  return fail(whyNoNode());
}

if (!isNewEnough(process.version)) fail(`Node 太旧 · Tandem needs Node 20.19, 22.12 or newer; this is ${process.version}`);
if (!isInstalled()) install();

const path = [join(root, "node_modules/node/bin"), join(root, "node_modules/.bin"), process.env.PATH].join(delimiter);
const child = spawn(findNode(), process.argv.slice(2), {
  cwd: root,
  // over the channel the script learns that this process has ended, however it did, and ends as well
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env: { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: "1", ASTRO_DISABLE_UPDATE_CHECK: "true" },
});
process.on("SIGINT", () => {}); // a terminal sends it to the child as well, which ends in its own time
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("error", (error) => fail(`运行不了 · cannot run ${child.spawnfile}: ${error.message}`));
child.on("exit", (code, signal) => {
  if (signal) console.error(signalText(process.argv[2] ?? "node", signal));
  process.exit(code ?? 1);
});
