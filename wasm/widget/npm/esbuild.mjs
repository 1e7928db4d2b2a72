/**
 * A plugin for esbuild, which does not see new URL("…", import.meta.url)
 * (https://github.com/evanw/esbuild/issues/795): it puts engine.wasm beside the bundle.
 *
 *     import { keyPoints } from "key-points-element/esbuild";
 *     await build({ bundle: true, format: "esm", outdir: "dist", plugins: [keyPoints()], … });
 */
import { readFile } from "node:fs/promises";

export const keyPoints = () => ({
  name: "key-points-element",
  /** @param {any} build */
  setup(build) {
    build.onLoad({ filter: /[\\/]files\.mjs$/ }, async (/** @type {{path: string}} */ { path }) => {
      const code = await readFile(path, "utf8");
      if (!code.includes("key-points-element")) return null;
      return { contents: `import file from "./engine.wasm";\n${code.replace('"./engine.wasm", import', "file, import")}`, loader: "js" };
    });
    build.onLoad({ filter: /[\\/]engine\.wasm$/ }, async (/** @type {{path: string}} */ { path }) => ({ contents: await readFile(path), loader: "file" }));
  },
});
