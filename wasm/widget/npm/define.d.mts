import { KeyPoints } from "./element.mjs";
import type { Card, Target } from "./card.mjs";

export { KeyPoints };

/** card is null for mode="inline" alone, where the markup has lost its data-card. */
export interface ReadyDetail { card: Card | null; mode: "edge" | "local" | "inline" | "given"; duration: number }
export interface ErrorDetail { error: Error & { type?: string }; mode: string }
export interface SeenDetail { card: Card | null }
export interface UnfoldDetail { unfolded: boolean }
export type NavigateDetail = Target & { url: string; here: boolean };

declare global {
  interface HTMLElementTagNameMap { "key-points": KeyPoints }
  interface HTMLElementEventMap {
    "keypoints:ready": CustomEvent<ReadyDetail>;
    "keypoints:error": CustomEvent<ErrorDetail>;
    "keypoints:seen": CustomEvent<SeenDetail>;
    "keypoints:unfold": CustomEvent<UnfoldDetail>;
    "keypoints:navigate": CustomEvent<NavigateDetail>;
  }
}
