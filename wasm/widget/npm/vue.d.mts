import type { DefineComponent, HTMLAttributes } from "vue";
import type { KeyPointsAttributes, KeyPointsProperties } from "./attributes.mjs";
import type { ErrorDetail, NavigateDetail, ReadyDetail, SeenDetail, UnfoldDetail } from "./define.mjs";

interface Listeners {
  "onKeypoints:ready"?: (event: CustomEvent<ReadyDetail>) => void;
  "onKeypoints:error"?: (event: CustomEvent<ErrorDetail>) => void;
  "onKeypoints:seen"?: (event: CustomEvent<SeenDetail>) => void;
  "onKeypoints:unfold"?: (event: CustomEvent<UnfoldDetail>) => void;
  "onKeypoints:navigate"?: (event: CustomEvent<NavigateDetail>) => void;
}

declare module "vue" {
  interface GlobalComponents {
    "key-points": DefineComponent<Omit<HTMLAttributes, keyof KeyPointsAttributes> & KeyPointsAttributes & KeyPointsProperties & Listeners>;
  }
}

export * from "./define.mjs";
