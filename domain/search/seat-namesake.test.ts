import { expect, it } from "vitest";
import { isSeatNamesake, namesOfSeat } from "./seat-namesake";

it.each([
  ["Barrow-in-Furness", "Barrow and Furness", true],
  ["Stoke-on-Trent", "Stoke-on-Trent Central", true],
  ["Burton upon Trent", "Burton and Uttoxeter", true],
  ["Southend-on-Sea", "Southend East and Rochford", true],
  ["Newcastle upon Tyne", "Newcastle upon Tyne Central and West", true],
  ["Newcastle-under-Lyme", "Newcastle-under-Lyme", true],
  ["Richmond", "Richmond and Northallerton", true],
  ["Northallerton", "Richmond and Northallerton", true],
  ["Newport", "Newport West and Islwyn", true],
  ["Richmond", "Richmond Park", false],
  ["Barrow", "Pendle and Clitheroe", false],
  ["Burton", "Lincoln", false],
  ["Newton", "Newton Aycliffe and Spennymoor", false],
  ["North", "North West Norfolk", false],
])("%s in %s: %s", (town, seat, expected) => expect(isSeatNamesake(town, namesOfSeat(seat))).toBe(expected));
