import { describe, expect, test } from "vitest";
import { dateOrderOf, isEitherWay, readDate } from "./dates";

describe("dates of a list", () => {
  test.each([
    ["2024-03-01", "2024-03-01"],
    ["2024-03", "2024-03"],
    ["2024", "2024"],
    ["2024-03-01T00:00:00.000Z", "2024-03-01"],
    ["25/12/2023", "2023-12-25"],
    ["25.12.2023", "2023-12-25"],
    ["5/5/2023", "2023-05-05"],
    ["1 March 2024", "2024-03-01"],
    ["1st Mar 2024", "2024-03-01"],
    ["March 2024", "2024-03"],
    ["24/12/23", "2023-12-24"],
    ["24/12/98", "1998-12-24"],
    ["01-Apr-24", "2024-04-01"],
    ["1-Apr-2024", "2024-04-01"],
    ["1 April 24", "2024-04-01"],
    ["Apr-24", "2024-04"],
    ["1/Apr/24", "2024-04-01"],
    ["2024/03/01", "2024-03-01"],
    ["  22nd  september   2025 ", "2025-09-22"],
  ])("%s", (typed, date) => {
    expect(readDate(typed, "not-told")).toEqual({ date });
  });

  test.each(["", "soon", "2024-13-01", "30/02/2024", "March", "1 Smarch 2024", "March 24", "31-Feb-24"])(
    "not %s",
    (typed) => {
      expect(readDate(typed, "day-first")).toEqual({ problem: "date-unreadable" });
    },
  );

  test("which number is the month is told by another date of the file, or not at all", () => {
    expect(dateOrderOf(["", "03/04/2024", "25/12/2023"])).toBe("day-first");
    expect(dateOrderOf(["25/12/2023", "12/25/2023"])).toBe("month-first");
    expect(dateOrderOf(["03/04/2024", "2024-03-25"])).toBe("not-told");
    expect(readDate("03/04/2024", "day-first")).toEqual({ date: "2024-04-03" });
    expect(readDate("03/04/2024", "not-told")).toEqual({ date: "2024-04-03" });
    expect(readDate("01/04/24", "day-first")).toEqual({ date: "2024-04-01" });
    expect(readDate("01/04/24", "not-told")).toEqual({ date: "2024-04-01" });
    expect(["01/04/24", "04/04/24", "31/03/27", "2024-04-01"].map(isEitherWay)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(dateOrderOf(["25/12/23"])).toBe("day-first");
    expect(readDate("03/04/2024", "month-first")).toEqual({ problem: "date-month-first" });
  });
});
