// Builds what browsers load: node build.js FOLDER. Each name carries a hash of what the file holds,
// and manifest.json says which file each name stands for.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { compile } from "sass";

const here = fileURLToPath(new URL(".", import.meta.url));
const target = process.argv[2];
const credit = "/*! With GOV.UK Frontend, Copyright (c) 2017 Crown Copyright (GDS), MIT licence */\n";

function styles() {
  const options = { loadPaths: [join(here, "node_modules")], quietDeps: true, style: "compressed" };
  return credit + compile(join(here, "minuted.scss"), options).css;
}

// As a module for our own pages; other sites run theirs at once, in a scope of its own.
function script(name, format) {
  const built = buildSync({
    entryPoints: [join(here, name)],
    banner: { js: format === "esm" ? credit : "" },
    bundle: true,
    format,
    minify: true,
    target: "es2020",
    write: false,
  });
  return built.outputFiles[0].contents;
}

function hashed(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  return name.replace(/(?=\.\w+$)/, `-${hash}`);
}

const contents = {
  "icon.svg": readFileSync(join(here, "icon.svg")),
  "minuted.css": styles(),
  "embed.js": script("embed.js", "iife"),
  "minuted.js": script("minuted.js", "esm"),
};
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const manifest = {};
for (const [name, content] of Object.entries(contents)) {
  manifest[name] = hashed(name, content);
  writeFileSync(join(target, manifest[name]), content);
}
writeFileSync(join(target, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
