/** A plugin for esbuild that puts engine.wasm beside the bundle. */
export function keyPoints(): { name: string; setup(build: any): void };
