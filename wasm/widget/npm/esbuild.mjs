/**
 * A plugin for esbuild, which does not see new URL("…", import.meta.url)
 * (https://github.com/evanw/esbuild/issues/795): it puts engine.wasm and the lists of
 * languages beside the bundle.
 *
 *     import { keyPoints } from "key-points-element/esbuild";
 *     await build({ bundle: true, format: "esm", outdir: "dist", plugins: [keyPoints()], … });
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const namespace = "key-points-element";

export const keyPoints = () => ({
  name: namespace,
  /** @param {any} build */
  setup(build) {
    build.onLoad({ filter: /[\\/](files|languages)\.mjs$/ }, async (/** @type {{path: string}} */ { path }) => {
      const code = await readFile(path, "utf8");
      if (!code.includes("engine.wasm") || !code.includes("placed")) return null;
      /** @type {string[]} */ const imports = [];
      const contents = code.replace(/new URL\("(\.\/[^"]+)", import/g, (_, file) => `new URL(file${imports.push(`import file${imports.length} from "${namespace}:${file}";\n`) - 1}, import`);
      return { contents: imports.join("") + contents, loader: "js" };
    });
    build.onResolve({ filter: /^key-points-element:/ }, (/** @type {{path: string, resolveDir: string}} */ { path, resolveDir }) => ({ path: join(resolveDir, path.slice(namespace.length + 1)), namespace }));
    build.onLoad({ filter: /./, namespace }, async (/** @type {{path: string}} */ { path }) => ({ contents: await readFile(path), loader: "file" }));
  },
});
