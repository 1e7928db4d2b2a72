/**
 * Defines <key-points> where there is a DOM; on a server it does nothing. An endpoint
 * has to be named, by the attribute endpoint or KeyPoints.base, but for mode local.
 */
import { KeyPoints } from "./element.mjs";

if (globalThis.customElements && !customElements.get("key-points")) customElements.define("key-points", KeyPoints);

export { KeyPoints };
