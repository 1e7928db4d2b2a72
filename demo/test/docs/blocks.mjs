/** The code blocks of the project's documents, and what these name. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** @typedef {{file: string, line: number, language: string, text: string}} Block */

/** Every document, by its path in the project. */
export const documents = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "wasm/widget/README.md", "worker/README.md",
  ...readdirSync(root + "docs").filter((name) => name.endsWith(".md")).sort().map((name) => "docs/" + name)];

/** @param {string} file */
export const read = (file) => readFileSync(root + file, "utf8");

/** The code blocks of a document, their indentation taken off. @param {string} file @returns {Block[]} */
export function blocksOf(file) {
  /** @type {Block[]} */ const blocks = [];
  /** @type {Block & {indent: number} | undefined} */ let open;
  read(file).split("\n").forEach((line, i) => {
    const fence = /^( *)```(\S*)\s*$/.exec(line);
    if (fence && !open) open = { file, line: i + 1, language: fence[2], text: "", indent: fence[1].length };
    else if (fence && open) {
      const { indent, ...block } = open;
      blocks.push(block);
      open = undefined;
    } else if (open) open.text += line.slice(Math.min(open.indent, /^ */.exec(line)?.[0].length ?? 0)) + "\n";
  });
  if (open) throw new Error(`${file}:${open.line}: the block has no end`);
  return blocks;
}

/** Relative links of a document, without their fragments. @param {string} file */
export function linksOf(file) {
  const prose = read(file).replace(/^ *```[^]*?^ *```/gm, "");
  const found = [...prose.matchAll(/\]\(([^)\s]+)\)/g), ...prose.matchAll(/(?:src|href)="([^"]+)"/g)].map((m) => m[1]);
  return found.filter((link) => !/^[a-z]+:|^#/.test(link)).map((link) => link.split("#")[0]);
}

/**
 * Files and folders of the project that a document names in backticks: what has a slash and
 * begins with one of the project's folders. A "*" stands for any name.
 * @param {string} file
 */
export function pathsOf(file) {
  const prose = read(file).replace(/^ *```[^]*?^ *```/gm, "");
  return [...prose.matchAll(/`([^`\n]+)`/g)].flatMap((m) => m[1].split(/[\s,]+/)).map((word) => word.replace(/^\.\//, ""))
    .filter((word) => /^(wasm|worker|demo|docs)\//.test(word) && !/[…<>=()]/.test(word));
}

/** Whether a path names something of the project; a "*" in its last part stands for any name. @param {string} path */
export function names(path) {
  const [, folder, last] = /** @type {RegExpExecArray} */ (/^(.*?)([^/]*)\/?$/.exec(path));
  if (!last.includes("*")) return existsSync(root + path);
  const fits = new RegExp("^" + last.split("*").map((part) => part.replace(/[.+?^$(){}|[\]\\]/g, "\\$&")).join(".*") + "$");
  return existsSync(root + folder) && readdirSync(root + folder).some((name) => fits.test(name));
}
