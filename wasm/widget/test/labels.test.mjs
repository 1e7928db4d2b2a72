import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { english } from "../card.mjs";

const file = await readFile(new URL("../../internal/lang/labels.tsv", import.meta.url), "utf8");
const lines = file.split("\n").filter((line) => line && !line.startsWith("#"));
// The build puts the file's text in the place of the import.
const source = (await readFile(new URL("../labels.mjs", import.meta.url), "utf8")).replace(/^import .*;$/m, `const labelsText = ${JSON.stringify(file)};`);
const { labelsFor } = await import("data:text/javascript," + encodeURIComponent(source));

test("the English of the script is that of the file", () => {
  const { more, less, back, gone, all, edited, ...rest } = labelsFor("en-GB");
  assert.deepEqual(rest, english);
});

test("the button counts as its language does", () => {
  /** @type {Record<string, Record<number, string>>} */
  const wanted = {
    en: { 1: "Show 1 more", 4: "Show 4 more" },
    de: { 1: "1 weiteren Punkt anzeigen", 2: "2 weitere Punkte anzeigen" },
    fr: { 1: "Afficher 1 autre point", 2: "Afficher 2 autres points" },
    it: { 1: "Mostra un altro punto", 3: "Mostra altri 3 punti" },
    pl: { 1: "Pokaż jeszcze 1 punkt", 2: "Pokaż jeszcze 2 punkty", 5: "Pokaż jeszcze 5 punktów", 12: "Pokaż jeszcze 12 punktów", 22: "Pokaż jeszcze 22 punkty", 25: "Pokaż jeszcze 25 punktów" },
    ar: { 1: "عرض نقطة أخرى", 2: "عرض نقطتين أخريين", 3: "عرض 3 نقاط أخرى", 10: "عرض 10 نقاط أخرى", 11: "عرض 11 نقطة أخرى", 34: "عرض 34 نقطة أخرى", 100: "عرض 100 نقطة أخرى" },
    tr: { 1: "1 madde daha göster", 3: "3 madde daha göster" },
    ja: { 3: "ほか 3 件を表示" },
  };
  for (const [lang, counts] of Object.entries(wanted)) {
    for (const [n, text] of Object.entries(counts)) assert.equal(labelsFor(lang).more(Number(n)), text);
  }
});

test("every plural form of the file is one that its language uses", () => {
  for (const line of lines) {
    const [lang] = line.split("\t"), forms = line.split("\t").at(-1)?.split("|").map((form) => form.split(":")[0]) ?? [];
    const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
    assert.ok(forms.includes("other"), lang);
    for (const form of ["less", "back", "all", "gone"]) assert.ok(forms.includes(form), `${lang}: ${form}`);
    for (const form of forms.slice(0, -4)) assert.ok(pluralCategories.includes(/** @type {any} */ (form)), `${lang}: ${form}`);
  }
});
