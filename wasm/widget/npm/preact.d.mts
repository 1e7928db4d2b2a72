import type { HTMLAttributes } from "preact";
import type { KeyPoints, KeyPointsAttributes, KeyPointsListeners, KeyPointsProperties } from "./attributes.mjs";

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "key-points": Omit<HTMLAttributes<KeyPoints>, keyof KeyPointsAttributes> & KeyPointsAttributes & KeyPointsProperties & KeyPointsListeners;
    }
  }
}

export * from "./define.mjs";
