/** labels.tsv as a string, by the build. */
declare const text: string;
export default text;
