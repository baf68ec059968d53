import type { ImportSource } from "@/domain/imports/batch";
import type { RowProblem } from "@/domain/imports/outcome";
import type { ImportRow } from "@/domain/imports/row";
import type { LabelledText } from "@/domain/services/revealing/revealing-words";
import type { revealingChecker, ShownArea } from "@/server/revealing/revealing-checker";

/**
 * What of a row of care shown by area only, and of the list's source, would tell where it is: the names of who runs and
 * pays for it, and the source's title, publisher and link. Its note is never published.
 */
export async function revealingInRow(
  row: ImportRow,
  source: ImportSource,
  { area, finderOf }: { area: ShownArea; finderOf: ReturnType<typeof revealingChecker> },
): Promise<RowProblem[]> {
  // Of a row that was looked at before nothing but its area is kept.
  const said = row.areaId === null ? whereSaid(row) : null;
  const find = await finderOf(said, [area]);
  const problemsOf = (column: RowProblem["column"], code: RowProblem["code"], texts: LabelledText[]) => {
    const words = texts.flatMap((text) => find([text]).map(({ start, end }) => text.text.slice(start, end)));
    const detail = [...new Set(words)].map((each) => `“${each}”`).join(", ");
    return words.length === 0 ? [] : [{ column, code, detail: detail.slice(0, 200) }];
  };
  return [
    ...problemsOf("provider", "reveals-place", [{ field: "provider", text: row.provider ?? "" }]),
    ...problemsOf("commissioner", "reveals-place", [{ field: "commissioner", text: row.commissioner ?? "" }]),
    ...problemsOf(null, "source-reveals-place", [
      { field: "title", text: source.title },
      { field: "publisher", text: source.publisher },
      { field: "url", text: source.url, isLink: true },
    ]),
  ];
}

const whereSaid = ({ place, address, town, postcode, provider }: ImportRow) => ({
  placeId: null,
  placeName: place,
  addressLines: address,
  town,
  postcode,
  providerName: provider ?? "",
});
