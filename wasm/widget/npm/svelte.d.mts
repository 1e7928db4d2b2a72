import type { HTMLAttributes } from "svelte/elements";
import type { KeyPoints, KeyPointsAttributes, KeyPointsListeners, KeyPointsProperties } from "./attributes.mjs";

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "key-points": Omit<HTMLAttributes<KeyPoints>, keyof KeyPointsAttributes> & KeyPointsAttributes & KeyPointsProperties & KeyPointsListeners;
  }
}

export * from "./define.mjs";
