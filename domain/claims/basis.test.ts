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
])("%s is %s", (says, basis) => {
  expect(basisOf(says)).toBe(basis);
});
