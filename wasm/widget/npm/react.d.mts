import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { KeyPoints, KeyPointsAttributes, KeyPointsListeners, KeyPointsProperties } from "./attributes.mjs";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "key-points": Omit<DetailedHTMLProps<HTMLAttributes<KeyPoints>, KeyPoints>, keyof KeyPointsAttributes> & KeyPointsAttributes & KeyPointsProperties & KeyPointsListeners;
    }
  }
}

export * from "./define.mjs";
