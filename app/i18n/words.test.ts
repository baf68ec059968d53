import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { english } from "@/app/i18n/catalogue";
import errorPage from "@/messages/en/error-page.json";
import mail from "@/messages/en/mail.json";
import unavailable from "@/messages/en/unavailable.json";

/** The words of pages, mail and errors that every visitor can meet (`docs/words.md`); other rooms keep theirs. */
const { account, leads, imports, moderation, reports, security, ...pages } = english;
const PUBLIC = { ...pages, "error-page": errorPage, mail, unavailable };

function texts(tree: object, path: readonly string[]): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[[...path, key].join("."), value]] : texts(value, [...path, key]),
  );
}

const all = texts(PUBLIC, []);

test.each([
  ["looked at: we say checked", /looked at|look at yet|has looked|to look (at|for)/i],
  ["counted apart: we say not counted", /counted? apart/i],
  ["says who: we say source", /\bsays who\b(?! runs)/i],
  [
    "register lists: we say official lists",
    /\bregisters? (lists?|tells?|of)\b|\b(in|by) (the )?registers?\b/i,
  ],
  ["lists as loaded", /\b(is|was|are|were|have|has) (not )?loaded\b(?! from)|have not loaded/i],
  ["last checked: we say last confirmed", /last checked/i],
  ["a bare Done.", /^(Done|Copied|Saved|OK)\.?$/],
  ["a space before %, or so many in 100", / %|\bin 100\b/],
  ["none yet", /\bnone yet\b/i],
  ["health body: we name its kind", /\bhealth (body|bodies)\b/i],
  ["legal form: we say type of organisation", /\blegal form\b/i],
  ["treatment finished or completed: they end without treatment too", /treatments? (finished|completed)/i],
  ["sources of ours", /\bsources? of ours\b/i],
  ["known only to the town", /only to the town/i],
  ["proofs of what is not so", /does not (mean|say) that/i],
  ["appears to", /\bappears to\b/i],
  ["please, in an error", /\bplease (fill|correct|try|type)\b/i],
])("no public text has %s", (_habit, pattern) => {
  expect(all.filter(([, text]) => pattern.test(text))).toEqual([]);
});

/** Every room's words: what was rewritten by name does not come back. */
const everywhere = texts({ ...english, "error-page": errorPage, mail, unavailable }, []);

test.each([
  ["somebody, nobody, anybody: say who", /\b(some|no|any|every)body\b/i],
  ["e-mail: we write email", /\be-mail/i],
  ["took it back: withdrew", /took it back|nothing more happens/i],
  ["until one begins: until a moderator opens it", /until one begins/i],
  ["nothing like it: no similar entries", /nothing like it/i],
  ["a word to them: note", /a word to them/i],
  ["a job of this site", /a job of this site/i],
  ["bring something in: new import", /bring something in/i],
  ["look at your mail: check your email", /look at your mail/i],
  ["go on: continue", /the button to go on/i],
  ["send in a report", /send in a report/i],
  ["run by somebody else: new provider", /run by somebody else/i],
  ["this is needed: what to do", /this is needed/i],
  ["kilometres: distances are in miles", /kilomet|\bkm\b/i],
  ["where a partnership or one person was", /registered where a partnership/i],
])("no text at all has %s", (_habit, pattern) => {
  expect(everywhere.filter(([, text]) => pattern.test(text))).toEqual([]);
});

/** Of what there may be one. A number that is set, such as of days that we keep something, is never one. */
const THINGS =
  "people|services|places|practices|organisations|companies|sources|reports|entries|waits|rows|complaints|hospitals|clinics|contracts|patients|councils|constituencies|boards|files|accounts|changes|imports|miles|kilometres|pins|photographs|towns";
/** Here the number is never one (a text of its own says one, or there are always several), or one thing waits. */
const NEVER_ONE = [
  "look-up.search.councils",
  "look-up.suggestions.inSeveral",
  "look-up.suggestions.inMany",
  "look-up.county.title",
  "look-up.town.inSeveral",
  "map.page.match",
  "map.page.inView",
  "map.page.here",
  "mail.audit-weekly.subject",
  "moderation.queue.countMore",
  "share-of-care.otherPayers",
  "share-of-care.like.tooFew",
  "share-of-care.like.meaning",
  "near.miles",
  "reports.errors.point-far",
  "moderation.errors.point-far",
  "places.doubt.subject",
  "imports.file.too-many-rows",
  "moderation.queue.tips",
];

test("no text says 1 people: each is put into words with one of everything", () => {
  const messages = { ...english, "error-page": errorPage, mail, unavailable };
  const t = createTranslator({ locale: "en", messages, onError: () => undefined });
  const wrong = everywhere.flatMap(([key, text]) => {
    const names = [...text.matchAll(/[{<](\w+)/g)].map(([, name = ""]) => name);
    const tags = new Set([...text.matchAll(/<(\w+)>/g)].map(([, name]) => name));
    const values = names.map((name) => [name, tags.has(name) ? (inside: string) => inside : 1]);
    const said = t.markup(key as never, Object.fromEntries(values) as never);
    return new RegExp(`(?<![\\d.,/-])1 (${THINGS})\\b`).test(said) ? [key] : [];
  });
  expect(wrong.toSorted()).toEqual(NEVER_ONE.toSorted());
});

test("there are words to read", () => {
  expect(all.length).toBeGreaterThan(400);
});
