/** Looks to begin with, and whether a look can be read. */

/** Custom properties by the preset's name. @type {Record<string, Record<string, string>>} */
export const presets = {
  Broadsheet: { "--key-points-accent": "#1a1917", "--key-points-background": "#fbfaf6", "--key-points-color": "#1a1917", "--key-points-muted": "#5d5952", "--key-points-rule": "#cfc8b8", "--key-points-font": 'Georgia, "Liberation Serif", serif', "--key-points-headline-font": 'Georgia, "Liberation Serif", serif' },
  Tabloid: { "--key-points-accent": "#c4161c", "--key-points-background": "#ffffff", "--key-points-color": "#111111", "--key-points-muted": "#555555", "--key-points-rule": "#dddddd", "--key-points-font": 'system-ui, "Liberation Sans", sans-serif', "--key-points-radius": "8px" },
  Coast: { "--key-points-accent": "#0b5d4e", "--key-points-background": "#eef4f0", "--key-points-color": "#16231f", "--key-points-muted": "#4a5a54", "--key-points-rule": "#c3d3cb", "--key-points-radius": "10px", "--key-points-headline-font": 'Georgia, "Liberation Serif", serif' },
  Night: { "--key-points-accent": "#8ab8ff", "--key-points-background": "#14161c", "--key-points-color": "#e6e8ee", "--key-points-muted": "#a3a9b8", "--key-points-rule": "#343a48" },
};

/** Paints colors over each other and gives the mixture's red, green and blue. @param {...string} colors */
function painted(...colors) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
  for (const color of colors) {
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
  }
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

/** WCAG's relative luminance. @param {number[]} rgb */
function luminance(rgb) {
  const [r, g, b] = rgb.map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG's contrast ratio, 1 to 21. @param {number[]} a  @param {number[]} b */
export function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * What of a card is hard to read as it is shown, by WCAG 2.2 AA: text of this size needs
 * a contrast of 4.5 to 1.
 * @param {HTMLElement} element <key-points>
 * @param {string} page the page's background
 * @returns {string[]} a sentence each
 */
export function hardToRead(element, page) {
  const card = /** @type {HTMLElement | null} */ (element.shadowRoot?.querySelector(".key-points:not(.fitting, .waiting)"));
  if (!card) return [];
  const style = getComputedStyle(card), text = style.color, ground = [page, style.backgroundColor];
  /** The color that a custom property comes to somewhere. @param {string} name  @param {HTMLElement} place  @param {string} [instead] */
  const used = (name, place, instead = "currentColor") => {
    const probe = document.createElement("span");
    probe.style.color = `var(${name}, ${instead})`;
    place.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
  /** @param {string} name  @param {string} color  @param {string[]} under */
  const pair = (name, color, under) => ({ name, ratio: contrast(painted(...under, color), painted(...under)) });
  const marked = [page, used("--key-points-highlight", document.body, "#ffe08a")];
  const found = [
    pair("Text", text, ground),
    pair("Muted text", used("--key-points-muted", card, "color-mix(in srgb, currentColor 76%, transparent)"), ground),
    pair("The accent", used("--key-points-accent", card), ground),
    pair("A marked passage", used("--key-points-highlight-color", document.body, "#1b1a18"), marked),
  ];
  return found.filter(({ ratio }) => ratio < 4.5).map(({ name, ratio }) => `${name} has a contrast of ${ratio.toFixed(1)} to 1; 4.5 is needed.`);
}
