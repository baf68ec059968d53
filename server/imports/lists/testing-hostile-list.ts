/** For tests: lists of rows of which only what matters is written out. */

export const HEAD = "Place,Town,Postcode,Kind of care,Provider,Since,Latitude,Longitude,Key,Note";
export const GOOD = "Clinic,Carlisle,CA2 7HY,eye care,not named,,,,,";
/** A list of these rows; what a row leaves out at its end is empty. */
export const list = (...rows: string[]) => `${[HEAD, ...rows].join("\n")}\n`;
export const row = (cells: Record<string, string>) =>
  HEAD.split(",")
    .map(
      (name) =>
        cells[name] ??
        { Place: "Clinic", Postcode: "CA2 7HY", "Kind of care": "MRI", Provider: "not named" }[name] ??
        "",
    )
    .join(",");
export const one = (cells: Record<string, string>) => list(row(cells));
export const cells = (text: string) =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split(","));
export const latin = (text: string) => Buffer.from(text, "latin1");
