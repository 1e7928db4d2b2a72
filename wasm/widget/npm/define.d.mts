import { KeyPoints } from "./element.mjs";
import type { Card, Target } from "./card.mjs";

export { KeyPoints };

export interface ReadyDetail { card: Card | null; mode: "edge" | "local" | "inline" | "given"; duration: number }
export interface ErrorDetail { error: Error & { type?: string }; mode: string }
export interface NavigateDetail { kind: Target["kind"] | "passage"; item?: Target["item"]; url: string; here: boolean }

declare global {
  interface HTMLElementTagNameMap { "key-points": KeyPoints }
  interface HTMLElementEventMap {
    "keypoints:ready": CustomEvent<ReadyDetail>;
    "keypoints:error": CustomEvent<ErrorDetail>;
    "keypoints:navigate": CustomEvent<NavigateDetail>;
  }
}
