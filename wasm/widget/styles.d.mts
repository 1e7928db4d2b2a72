/** card.css and element.css, joined and minified by the build. */
export const styles: string;
