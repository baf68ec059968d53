import { expect, test } from "vitest";
import { basisOf } from "./basis";

test.each([
  ['"The health firm boasts management of 37 GP practice sites in the North West."', "quoted"],
  ["“Carlisle NHS Clinic is another.”", "quoted"],
  ["Says that Blatchford is known for making mobility aids.", "told"],
  ['Counts it among "four places within Carlisle".', "told"],
  ['"A quotation", and what we make of it.', "told"],
  [null, "told"],
  ["The register gives BMI Healthcare as its parent, which became Circle Health Group.", "worked-out"],
  ["Its code begins NVC, as the codes of sites of Ramsay Healthcare UK Operations Limited do.", "worked-out"],
  [
    'Counts it among "four places within Carlisle". No address is given; the whole of the town is in this constituency.',
    "worked-out",
  ],
  ["The middle of Cambridge, which SpaMedica Cambridge is named after: no address.", "worked-out"],
  [
    "A point in the middle of Redruth: an approximate position. The list has another one there.",
    "worked-out",
  ],
  [
    "The position of the centre of Carlisle. Where in Carlisle the clinic stands, our sources do not say.",
    "worked-out",
  ],
  ["Says that it is at Port Road, Carlisle; drawn at the middle of Carlisle.", "worked-out"],
  ['Lists "Lincoln CDC" at LN6 7DJ: the one centre there with the announced name (Lincoln).', "worked-out"],
  [
    "Lists M91025, of the same name and postcode as Y00278, as open from 1 April 1974 and closed on 31 January 2019.",
    "worked-out",
  ],
  [
    "Has it under the code C4H9H too. Both entries stand at Wyder Court, PR2 5BW, at one point.",
    "worked-out",
  ],
  [
    "Lists RIVERSIDE SURGERY (B81109) as active at this address. The site is named after it. Gives the address: Barnard Avenue, Brigg, DN20 8AS.",
    "worked-out",
  ],
  ["Lists NEWMEDICA BERKSHIRE (Y08520) as active at this address.", "told"],
])("%s is %s", (says, basis) => {
  expect(basisOf(says, "name")).toBe(basis);
});

test.each([
  ["Filed as STANDARD HEALTH LTD.", "name", "told"],
  ["Filed as STANDARD HEALTH LTD.", "legal-form", "worked-out"],
  ["Lists it as NEWMEDICA - LINCOLN (N6Z0R).", "name", "told"],
  ["Lists it as NEWMEDICA - LINCOLN (N6Z0R).", "kind", "worked-out"],
  ["Names the organisation as SSP Health Ltd.", "legal-form", "told"],
])("%s, of a %s, is %s", (says, field, basis) => {
  expect(basisOf(says, field)).toBe(basis);
});
