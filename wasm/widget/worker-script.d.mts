/** engine-worker.mjs and what it imports, joined and minified by the build. */
export const workerScript: string;
