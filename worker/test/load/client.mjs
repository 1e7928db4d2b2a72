/**
 * A client that costs little, since it shares the machine with what it measures:
 * HTTP/1.1 over kept connections, each response read by its Content-Length.
 */
import net from "node:net";

export class Connection {
  #socket;
  /** @type {Buffer} */ #rest = Buffer.alloc(0);
  /** @type {((status: number) => void) | null} */ #done = null;
  /** @type {(error: Error) => void} */ #failed = () => {};
  /** The last response, head and body. */
  last = Buffer.alloc(0);

  /** @param {number} port */
  constructor(port) {
    this.#socket = net.connect(port, "127.0.0.1").setNoDelay(true);
    this.#socket.on("data", (data) => this.#read(data));
    this.#socket.on("error", (e) => this.#failed(e));
    this.#socket.on("close", () => this.#failed(new Error("the connection was closed")));
  }

  /**
   * @param {string | Buffer} request whole, as it goes over the wire
   * @returns {Promise<number>} the status
   */
  ask(request) {
    return new Promise((resolve, reject) => {
      this.#done = resolve;
      this.#failed = (e) => reject(new Error(`${e.message} after ${Buffer.from(request).toString("latin1", 0, 120).split("\r\n")[0]}`));
      this.#socket.write(request);
    });
  }

  /** @param {Buffer} data */
  #read(data) {
    const all = this.#rest.length > 0 ? Buffer.concat([this.#rest, data]) : data;
    this.#rest = all;
    const end = all.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = all.latin1Slice(0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head);
    // Without a length the body comes in chunks, the last of them empty.
    const complete = length ? all.length >= end + 4 + Number(length[1]) : all.latin1Slice(all.length - 7) === "\r\n0\r\n\r\n" || all.latin1Slice(end + 4) === "0\r\n\r\n";
    if (!complete) return;
    this.last = all;
    this.#rest = Buffer.alloc(0);
    this.#done?.(Number(head.slice(9, 12)));
  }

  close() {
    this.#failed = () => {};
    this.#socket.destroy();
  }
}

/** @param {string} path @param {Record<string, string>} [headers] */
export const get = (path, headers = {}) => `GET ${path} HTTP/1.1\r\nHost: cards.example\r\n${Object.entries(headers).map(([n, v]) => `${n}: ${v}\r\n`).join("")}\r\n`;

/** @param {string} path @param {string} type @param {string} body */
export const post = (path, type, body) => Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\nHost: cards.example\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`), Buffer.from(body)]);

/**
 * Asks for some seconds over some connections, each with one request at a time.
 * @param {{port: number, cpu: () => number}} server
 * @param {{seconds: number, connections: number, request: (i: number) => string | Buffer}} how
 */
export async function run(server, { seconds, connections, request }) {
  /** @type {number[]} */ const times = [];
  /** @type {Record<string, number>} */ const failed = {};
  const all = Array.from({ length: connections }, () => new Connection(server.port));
  const cpu = server.cpu(), begin = performance.now(), end = begin + 1000 * seconds;
  let n = 0;
  await Promise.all(all.map(async (connection) => {
    while (performance.now() < end) {
      const start = performance.now();
      const status = await connection.ask(request(n++));
      times.push(performance.now() - start);
      if (status !== 200) failed[status] = (failed[status] ?? 0) + 1;
    }
  }));
  const took = performance.now() - begin;
  for (const connection of all) connection.close();
  return { perSecond: (1000 * times.length) / took, ...percentiles(times), cpu: (server.cpu() - cpu) / times.length, failed };
}

/**
 * Asks at a fixed rate over some connections, whether answers come or not: what waits
 * for a connection counts from when it should have been sent.
 * @param {{port: number, cpu: () => number}} server
 * @param {{seconds: number, connections: number, rate: number, request: (i: number) => string | Buffer}} how
 */
export async function paced(server, { seconds, connections, rate, request }) {
  /** @type {number[]} */ const times = [], waiting = [];
  /** @type {Record<string, number>} */ const failed = {};
  const idle = Array.from({ length: connections }, () => new Connection(server.port)), total = rate * seconds;
  const cpu = server.cpu(), begin = performance.now();
  /** @param {Connection} connection @param {number} due */
  const send = async (connection, due) => {
    const status = await connection.ask(request(times.length));
    times.push(performance.now() - due);
    if (status !== 200) failed[status] = (failed[status] ?? 0) + 1;
    const next = waiting.shift();
    if (next !== undefined) await send(connection, next);
    else idle.push(connection);
  };
  let sent = 0;
  await new Promise((resolve, reject) => {
    const tick = setInterval(() => {
      for (let due; sent < total && (due = begin + (1000 * sent) / rate) <= performance.now(); sent++) {
        const connection = idle.pop();
        if (connection) send(connection, due).catch(reject);
        else waiting.push(due);
      }
      const late = performance.now() - begin > 1000 * (3 * seconds + 10);
      if (times.length < total && !late) return;
      clearInterval(tick);
      if (late) reject(new Error(`${times.length} of ${total} answers after ${3 * seconds + 10} s: the machine is too busy for ${rate} requests a second`));
      else resolve(undefined);
    }, 1);
  });
  const took = performance.now() - begin;
  for (const connection of idle) connection.close();
  return { perSecond: (1000 * times.length) / took, ...percentiles(times), cpu: (server.cpu() - cpu) / times.length, failed };
}

/** @param {number[]} times */
function percentiles(times) {
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ q) => times[Math.min(times.length - 1, Math.floor(q * times.length))];
  return { p50: at(0.5), p99: at(0.99) };
}

/** @param {string} name @param {Awaited<ReturnType<typeof run>>} r */
export const row = (name, r) => `${name.padEnd(36)} ${r.perSecond.toFixed(0).padStart(6)} req/s   p50 ${r.p50.toFixed(1).padStart(6)} ms   p99 ${r.p99.toFixed(1).padStart(6)} ms   CPU ${r.cpu.toFixed(3)} ms/req${Object.keys(r.failed).length ? "   not 200: " + JSON.stringify(r.failed) : ""}`;
