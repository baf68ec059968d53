import { expect, it } from "vitest";
import { momentWords } from "@/domain/dates/moment-in-words";

/** Summer: a server that stands in Kathmandu must still say British time. */
const at = new Date("2026-07-01T23:30:00Z");

it("says the United Kingdom's day and time, whatever the server's clock", () => {
  const { day, time, moment } = momentWords("en");
  expect(day(at)).toBe("2 July 2026");
  expect(time(at)).toBe("00:30");
  expect(moment(at)).toBe("2 July 2026 at 00:30");
});

it("says it in Welsh for Welsh words", () => {
  expect(momentWords("cy").day(at)).toBe("2 Gorffennaf 2026");
});
