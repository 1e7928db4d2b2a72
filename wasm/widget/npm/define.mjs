/**
 * Defines <key-points> with the engine and the labels that stand beside this
 * module. An endpoint has to be named: by the attribute endpoint or KeyPoints.base.
 */
import { KeyPoints } from "./element.mjs";

KeyPoints.assets ||= new URL("./", import.meta.url).href;
if (!customElements.get("key-points")) customElements.define("key-points", KeyPoints);

export { KeyPoints };
