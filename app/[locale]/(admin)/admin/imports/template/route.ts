import { templateCsv } from "@/domain/imports/template";

/** The template of a campaign's own list: headings and one example row. The same for everybody. */
export function GET(): Response {
  return new Response(`\uFEFF${templateCsv()}`, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="import-template.csv"',
    },
  });
}
