/**
 * The host side of WASI preview 1 that a Go reactor asks for: clocks, random
 * bytes, an output for panics, and "bad file descriptor" for all else. The
 * engine does no I/O, so nothing here reaches outside.
 */

const EBADF = 8;

/** Thrown when the module ends itself, as Go does after a panic. */
export class Exit extends Error {
  /** @param {number} code  @param {string} output what the module printed last */
  constructor(code, output) {
    super(`the engine ended with code ${code}${output ? ": " + output : ""}`);
    this.name = "Exit";
    this.code = code;
  }
}

/**
 * Imports for one instance.
 * @param {() => WebAssembly.Memory} memory called after instantiation
 * @param {Record<string, string>} [environment] variables that the module sees
 * @returns {WebAssembly.Imports}
 */
export function wasi(memory, environment = {}) {
  const view = () => new DataView(memory().buffer);
  const text = new TextDecoder();
  let output = "";
  const badFile = () => EBADF;
  const variables = Object.entries(environment).map(([name, value]) => new TextEncoder().encode(`${name}=${value}\0`));
  /** Two counts of zero: no arguments. */
  const none = (/** @type {number} */ count, /** @type {number} */ size) => {
    view().setUint32(count, 0, true);
    view().setUint32(size, 0, true);
    return 0;
  };
  return {
    wasi_snapshot_preview1: {
      args_sizes_get: none,
      environ_sizes_get(/** @type {number} */ count, /** @type {number} */ size) {
        view().setUint32(count, variables.length, true);
        view().setUint32(size, variables.reduce((sum, v) => sum + v.length, 0), true);
        return 0;
      },
      args_get: () => 0,
      environ_get(/** @type {number} */ pointers, /** @type {number} */ at) {
        for (const variable of variables) {
          view().setUint32(pointers, at, true);
          new Uint8Array(memory().buffer).set(variable, at);
          pointers += 4;
          at += variable.length;
        }
        return 0;
      },
      sched_yield: () => 0,
      clock_time_get(/** @type {number} */ id, /** @type {bigint} */ _precision, /** @type {number} */ at) {
        const ms = id === 0 ? Date.now() : performance.now();
        view().setBigUint64(at, BigInt(Math.round(ms * 1e6)), true);
        return 0;
      },
      random_get(/** @type {number} */ at, /** @type {number} */ size) {
        // getRandomValues gives at most 65,536 bytes a call; Go asks for a few.
        for (let i = 0; i < size; i += 65536) {
          crypto.getRandomValues(new Uint8Array(memory().buffer, at + i, Math.min(65536, size - i)));
        }
        return 0;
      },
      fd_write(/** @type {number} */ fd, /** @type {number} */ vectors, /** @type {number} */ count, /** @type {number} */ written) {
        if (fd !== 1 && fd !== 2) return EBADF;
        const v = view();
        let total = 0;
        for (let i = 0; i < count; i++) {
          const at = v.getUint32(vectors + 8 * i, true), size = v.getUint32(vectors + 8 * i + 4, true);
          if (output.length < 300) output += text.decode(new Uint8Array(v.buffer, at, size));
          total += size;
        }
        v.setUint32(written, total, true);
        return 0;
      },
      // Go's scheduler sleeps through poll_oneoff only when all goroutines wait; the
      // engine has one that never does. Reporting the first event as due is enough.
      poll_oneoff(/** @type {number} */ events, /** @type {number} */ out, /** @type {number} */ _count, /** @type {number} */ stored) {
        const v = view();
        v.setBigUint64(out, v.getBigUint64(events, true), true);
        v.setUint32(out + 8, 0, true);
        v.setUint32(stored, 1, true);
        return 0;
      },
      proc_exit(/** @type {number} */ code) {
        throw new Exit(code, output.trim().split("\n").find((line) => line !== "") ?? "");
      },
      fd_close: badFile,
      fd_read: badFile,
      fd_seek: badFile, // TinyGo's
      fd_fdstat_get: badFile,
      fd_fdstat_set_flags: badFile,
      fd_prestat_get: badFile,
      fd_prestat_dir_name: badFile,
    },
  };
}
