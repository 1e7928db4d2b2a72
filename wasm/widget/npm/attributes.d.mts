import type { KeyPoints } from "./element.mjs";
import type { Card } from "./card.mjs";
import type { ErrorDetail, NavigateDetail, ReadyDetail, SeenDetail, UnfoldDetail } from "./define.mjs";

type Count = number | `${number}` | "all";

/** The attributes of <key-points>, for the types of frameworks. */
export interface KeyPointsAttributes {
  /** The page to summarize; this page where it is left out. */
  src?: string;
  /** edge: the endpoint makes the card. local: the engine in this browser. inline: the card is in the markup. manual: only the card property shows one. */
  mode?: "edge" | "local" | "inline" | "manual";
  /** How many quotes at most, 0 to 20 or all; 3 where it is left out. */
  quotes?: Count;
  /** How many denials at most, 0 to 20 or all; 3 where it is left out. */
  denials?: Count;
  /** Language of the card's own words (BCP 47); the article's where it is left out. */
  lang?: string;
  theme?: "auto" | "light" | "dark";
  "heading-level"?: 1 | 2 | 3 | 4 | 5 | 6 | "1" | "2" | "3" | "4" | "5" | "6";
  /** none: no engine in the browser when the endpoint fails, or finds no article in a page that scripts write. */
  fallback?: "none";
  /** Address of the API's /v1/ folder. */
  endpoint?: string;
  /** show: a card without quotes and denials, too. */
  empty?: "show";
  /** ms to wait for the endpoint before the engine stands in; 8000 where it is left out. */
  patience?: number | `${number}`;
  /** In place of the line that says that the card was chosen automatically: none, or a line of your own. */
  notice?: string;
  /** Address that this line leads to, http or https. */
  policy?: string;
}

/** A card to show in place of the page's. */
export interface KeyPointsProperties { card?: Card | null }

/** Listeners as JSX and Svelte name them. */
export interface KeyPointsListeners {
  "onkeypoints:ready"?: (event: CustomEvent<ReadyDetail>) => void;
  "onkeypoints:error"?: (event: CustomEvent<ErrorDetail>) => void;
  "onkeypoints:seen"?: (event: CustomEvent<SeenDetail>) => void;
  "onkeypoints:unfold"?: (event: CustomEvent<UnfoldDetail>) => void;
  "onkeypoints:navigate"?: (event: CustomEvent<NavigateDetail>) => void;
}

export type { Card, KeyPoints };
