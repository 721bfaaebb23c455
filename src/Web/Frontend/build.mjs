// Builds scripts, styles and fonts into ../wwwroot/dist. Called by the .NET build (see Frontend.targets);
// `npm run build` does the same by hand. Everything is built in memory first, so a mistake leaves the last good
// output in place.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const output = join(here, "../wwwroot/dist");

const scripts = await esbuild.build({
  absWorkingDir: here,
  entryPoints: ["site", "report", "photos", "officer", "map", "shapes", "reports-map", "passkeys"].map(name => `scripts/${name}.ts`),
  outdir: output,
  entryNames: "[name]",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  sourcemap: false,
  legalComments: "linked",
  write: false,
});

const sheets = [];
for (const name of ["site", "officer", "map", "paper", "figures", "embed"]) {
  const { css } = sass.compile(join(here, `styles/${name}.scss`), {
    loadPaths: [join(here, "styles"), modules],
    style: "expanded",
    // Bootstrap 5 is written with @import and the functions of its time; our own files bring no other warnings.
    quietDeps: true,
    silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
  });
  const { code } = await esbuild.transform(css, { loader: "css", minify: true, target: ["chrome100", "safari15", "firefox100"] });
  sheets.push({ path: join(output, `${name}.css`), text: code });
}

await rm(output, { recursive: true, force: true });
await mkdir(join(output, "chunks"), { recursive: true });
for (const file of scripts.outputFiles) if (file.contents.length > 0) await writeFile(file.path, file.contents);

// The major version is part of the address, so that browsers may keep the fonts for good.
const fonts = join(output, "fonts/sarabun-5");
await mkdir(fonts, { recursive: true });
for (const subset of ["thai", "latin"])
  for (const weight of [400, 600])
    await cp(join(modules, `@fontsource/sarabun/files/sarabun-${subset}-${weight}-normal.woff2`), join(fonts, `${subset}-${weight}.woff2`));
await writeFile(join(fonts, "LICENSE.txt"), await readFile(join(modules, "@fontsource/sarabun/LICENSE")));

await cp(join(modules, "leaflet/dist/images"), join(output, "images"), { recursive: true });
// Last, because the .NET build takes site.css as the sign that all is there.
for (const sheet of sheets.reverse()) await writeFile(sheet.path, sheet.text);
