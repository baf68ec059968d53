import { expect, test } from "vitest";
import { matchProvider } from "./provider-match";
import { bareName, looseName } from "./provider-name";

const named = (name: string, id = name) => ({ id, name });

test.each([
  ["SpaMedica", "spamedica"],
  ["The SpaMedica Ltd.", "spamedica"],
  ["Sight & Sound (UK) Limited", "sight and sound uk"],
  ["Gofal Cyf", "gofal"],
  ["Care plc Ltd", "care"],
  ["Limited Care", "limited care"],
  ["Ltd", "ltd"],
])("%s is compared as %s", (name, bare) => expect(bareName(name)).toBe(bare));

test.each([
  ["SpaMedica", "spamedica"],
  ["SpaMedica Ltd", "spamedica"],
  ["Spa Medica", "spamedica"],
  ["SPA-MEDICA LIMITED", "spamedica"],
  ["SpaMedica UK Ltd", "spamedica"],
  ["SpaMedica (UK) Limited", "spamedica"],
  ["The SpaMedica Ltd UK", "spamedica"],
  ["InHealth", "inhealth"],
  ["In Health", "inhealth"],
  ["In-Health Ltd.", "inhealth"],
  ["Care U.K.", "care"],
  ["UK Ltd", "uk"],
  ["England", "england"],
])("%s is looked for as %s", (name, loose) => expect(looseName(name)).toBe(loose));

test.each([
  ["the very name", "spamedica LTD", [named("SpaMedica Ltd")], "same SpaMedica Ltd"],
  ["the name without what it is in law", "SpaMedica", [named("SpaMedica Ltd")], "alike SpaMedica Ltd"],
  ["another word for the same form", "SpaMedica Limited", [named("SpaMedica Ltd")], "alike SpaMedica Ltd"],
  ["another form in law is asked", "Sight CIC", [named("Sight Ltd")], "which Sight Ltd"],
  [
    "of several nobody can tell",
    "Sight",
    [named("Sight Ltd"), named("Sight plc")],
    "which Sight Ltd; Sight plc",
  ],
  [
    "two names of one that was merged",
    "Sight",
    [named("Sight Ltd", "a"), named("Sight plc", "a")],
    "alike Sight Ltd",
  ],
  ["another space", "Spa Medica", [named("SpaMedica")], "alike SpaMedica"],
  ["a country in the name", "SpaMedica UK Ltd", [named("SpaMedica Limited")], "alike SpaMedica Limited"],
  ["a name in one word", "InHealth Limited", [named("In Health")], "alike In Health"],
  [
    "the nearest is taken, not the one with another country",
    "Sight Limited",
    [named("Sight UK"), named("Sight Ltd")],
    "alike Sight Ltd",
  ],
  ["nobody of that name", "Sight", [], "none"],
] as const)("%s", (_, name, known, expected) => {
  const match = matchProvider(name, known);
  const told = "provider" in match ? match.provider.name : "names" in match ? match.names.join("; ") : "";
  expect(`${match.kind} ${told}`.trim()).toBe(expected);
});
