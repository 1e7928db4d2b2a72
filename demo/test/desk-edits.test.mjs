import assert from "node:assert/strict";
import { test } from "node:test";
import { Changes, differences, inWords, isOff, made, merged, named, placed, settled, snippetOf, switched, textOf, without } from "../desk/edits.mjs";
import { itemsOf, passage } from "../desk/items.mjs";

/** @typedef {import("../desk/edits.mjs").Edit} Edit */
const vale = { name: "Ann Vale", role: "mayor" };

test("hiding and pinning an item exclude each other, and the same again takes it back", () => {
  const hidden = placed([], "q1", "hide"), pinned = placed(named(hidden, "q1", vale), "q1", "pin");
  assert.deepEqual(hidden, [{ id: "q1", action: "hide" }]);
  assert.deepEqual(pinned, [{ id: "q1", action: "set", speaker: vale }, { id: "q1", action: "pin" }]);
  assert.deepEqual(placed(hidden, "q1", "hide"), []);
  assert.deepEqual(without(pinned, "q1"), []);
  assert.deepEqual(made(pinned, "q1"), { hidden: false, pinned: true, speaker: vale, edited: true });
  assert.deepEqual(made(pinned, "q2"), { hidden: false, pinned: false, speaker: undefined, edited: false });
  assert.equal(made(named([], "q1", null), "q1").speaker, null);
  assert.ok(isOff(switched(pinned)) && !isOff(switched(switched(pinned))));
});

test("of two edits about the same the last counts", () => {
  /** @type {Edit[]} */ const list = [{ id: "a", action: "pin" }, { id: "b", action: "pin" }, { id: "a", action: "set", speaker: null }, { id: "a", action: "hide" }, { id: "b", action: "pin" }];
  assert.deepEqual(settled(list), [{ id: "a", action: "set", speaker: null }, { id: "a", action: "hide" }, { id: "b", action: "pin" }]);
  assert.deepEqual(merged([{ id: "a", action: "pin" }, { id: "c", action: "hide" }], [{ id: "a", action: "hide" }]), [{ id: "c", action: "hide" }, { id: "a", action: "hide" }]);
});

test("each change can be gone back to", () => {
  const changes = new Changes([{ id: "a", action: "hide" }]);
  changes.make(placed(changes.now, "b", "pin"));
  changes.make(named(changes.now, "b", vale));
  changes.undo();
  assert.deepEqual([changes.now.length, changes.canUndo, changes.canRedo], [2, true, true]);
  changes.redo();
  assert.equal(changes.now.length, 3);
  changes.undo();
  changes.make(switched(changes.now));
  assert.equal(changes.canRedo, false);
  for (let i = 0; i < 9; i++) changes.undo();
  assert.deepEqual(changes.now, [{ id: "a", action: "hide" }]);
});

test("more edits than the API takes are refused, and change nothing", () => {
  const changes = new Changes([]);
  assert.match(changes.make(Array.from({ length: 101 }, (_, i) => ({ id: "q" + i, action: "hide" }))), /100/);
  assert.match(changes.make(Array.from({ length: 90 }, (_, i) => ({ id: "q" + i, action: "set", speaker: { name: "é".repeat(100), role: null } }))), /16 KB/);
  assert.deepEqual([changes.now, changes.canUndo], [[], false]);
});

test("the snippet ends where it ends, whatever a name holds", () => {
  const evil = named([], "q1", { name: "</script><script>alert(1)</script><!--", role: null }), snippet = snippetOf(evil);
  assert.equal(snippet.match(/<\/?script/gi)?.length, 2);
  const inside = snippet.slice(snippet.indexOf(">") + 1, snippet.lastIndexOf("<"));
  assert.ok(!inside.includes("<"));
  assert.equal(JSON.stringify(JSON.parse(inside)), textOf(evil));
});

test("both sides are told where they differ", () => {
  /** @type {Edit[]} */ const mine = [{ id: "a", action: "hide" }, { id: "b", action: "pin" }], /** @type {Edit[]} */ theirs = [{ id: "b", action: "pin" }, { id: "a", action: "set", speaker: vale }, { action: "off" }];
  assert.deepEqual(differences(mine, theirs), [{ id: "a", mine: "hidden", theirs: "by Ann Vale, mayor" }, { id: "", mine: "", theirs: "no card on this page" }]);
  assert.equal(inWords({ id: "a", action: "set", speaker: null }), "by nobody that can be told");
});

const item = (/** @type {string} */ id, /** @type {number} */ start, /** @type {number} */ end, more = {}) => ({ id, text: id, position: { start, end }, fragment: "", confidence: 0.9, speaker: { name: "A", role: null, mention: "A" }, cue: "said", ...more });

test("an item is listed once, in reading order, and a joined quotation in the place of its parts", () => {
  const joined = item("joined", 10, 40, { parts: [{ start: 10, end: 18 }, { start: 30, end: 40 }] });
  const all = { quotes: [joined, item("late", 60, 70)], all_quotes: [item("part1", 10, 18), item("part2", 30, 40), item("short", 50, 52, { speaker: null }), item("late", 60, 70)], denials: [{ ...item("denial", 8, 45), denier: null, kind: "deny", claim: null }] };
  const items = itemsOf(all, { quotes: [joined], denials: [] });
  assert.deepEqual(items.map((i) => [i.id, i.worth]), [["denial", "unsure"], ["joined", "fit"], ["short", "minor"], ["late", "unsure"]]);
});

test("a passage is shown in its paragraphs, counted in code points", () => {
  const body = [..."One 🦊.\n\nTwo “fox 🦊 and” she said “hen”.\n\nThree."];
  const at = (/** @type {string} */ s) => { const i = [...body.join("").split(s)[0]].length; return { start: i, end: i + [...s].length }; };
  const parts = [at("fox 🦊 and"), at("hen")];
  const shown = passage(body, /** @type {any} */ ({ position: { start: parts[0].start, end: parts[1].end }, parts }));
  assert.deepEqual(shown.map((p) => p.map((x) => (x.marked ? `[${x.text}]` : x.text)).join("")), ["Two “[fox 🦊 and]” she said “[hen]”."]);
});
