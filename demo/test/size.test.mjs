import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import { brotliCompressSync, constants } from "node:zlib";

const path = new URL("../../dist/engine.wasm", import.meta.url);
const built = existsSync(path);
if (!built && process.env.KEYPOINTS_REQUIRE_ALL === "1") throw new Error("needs dist/engine.wasm (make build)");

// Go versions that the build does not know link a larger engine, and say so.
const slim = built && existsSync(new URL("../../dist/slim/engine.wasm.json", import.meta.url));

test("the engine has at most 945 KB after brotli", { skip: slim ? false : "needs dist/engine.wasm as Go 1.26 links it (make build)" }, (t) => {
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_LGWIN: window } = constants;
  const size = brotliCompressSync(readFileSync(path), { params: { [quality]: 11, [window]: 24 } }).length;
  t.diagnostic(`${size} bytes; make size says what costs them`);
  assert.ok(size <= 945_000, `${size} bytes`);
});
