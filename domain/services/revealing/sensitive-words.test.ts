import { expect, test } from "vitest";
import { isAreaOnly } from "@/domain/services/category";
import { sensitiveWords } from "./sensitive-words";

const find = (text: string, asKind = false) =>
  sensitiveWords(text, (category) => isAreaOnly(category), asKind);

test.each([
  ["Marie Stopes Abortion Clinic", "abortion"],
  ["Early medical abortions", "abortion"],
  ["Termination of pregnancy", "termination of pregnan"],
  ["BPAS Carlisle", "bpas"],
  ["The SARC at Newtown", "sarc"],
  ["Sexual health assault referral", "sexual health assault"],
  ["Women’s Aid", "womens aid"],
  ["The Refuge", "refuge"],
  ["Gender Identity Clinic", "gender identity"],
  ["A TOP clinic", "TOP"],
  ["Lloches i ferched", "lloches i ferched"],
  ["Clinig erthyliad", "erthyl"],
  ["Gwasanaeth trais domestig", "trais domestig"],
  ["Camdriniaeth neu gam-drin: cam-drin domestig", "cam drin domestig"],
  ["Canolfan trais rhywiol", "trais rhywiol"],
  ["Ymosodiadau Rhywiol", "ymosodiadau rhywiol"],
  ["Clinig Hunaniaeth Rhywedd", "hunaniaeth rhywedd"],
  ["Cymorth i Ferched Cymru", "cymorth i ferched"],
])("%s tells it", (text, words) => {
  expect(find(text)).toBe(words);
});

test.each([
  "Sarcoma clinic",
  "Refugee health",
  "Top Valley Surgery",
  "Termination of the contract",
  "Rapeseed Lane",
  "Hilltop House",
  "Lloches Road Surgery",
])("%s does not", (text) => {
  expect(find(text)).toBeNull();
});

test("where a kind of care is asked for, shorter words tell it too", () => {
  expect(["top clinic", "Terminations", "DV", "trans health"].map((text) => find(text, true))).toEqual([
    "top",
    "terminations",
    "dv",
    "trans",
  ]);
});

test("a kind of care that an admin added tells it by its own name", () => {
  expect(sensitiveWords("Fertility House", (category) => category === "fertility")).toBe("fertility");
  expect(sensitiveWords("Abortion", (category) => category === "fertility")).toBeNull();
});
