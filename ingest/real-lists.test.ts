import { expect, test } from "vitest";
import { openCampaignList } from "@/ingest/campaign-list";
import { bytesOf, rowsOf } from "@/ingest/testing-read-list";

/** Ten lists as people send them, made up in the shapes of real ones: each with the rows that it reads as. */
test.each<[string, string | Buffer, string[]]>([
  [
    "a plain list",
    "Place,Town,Postcode,Kind of care,Provider\nQuay Eyes,Whitehaven,CA28 7QE,eye care,Quay Ltd\n",
    ["2 | Quay Eyes | Whitehaven CA28 7QE | eye-care | Quay Ltd"],
  ],
  [
    "Excel's semicolons with a comma in the headings, and Windows letters",
    Buffer.from(
      "sep=;\r\nName;Address;Service;Company;Notes, if any\r\nYsbyty M\xf4n;1 Stryd Fawr, Llangefni LL77 7DA;cataracts;Golwg Cyf;\r\n",
      "latin1",
    ),
    ["3 | Ysbyty Môn | LL77 7DA | eye-care | Golwg Cyf"],
  ],
  [
    "titles and a date above the headings, a total below",
    "Outsourced services in Kent\nAs at 1 April 2024\n\nSite name,Post code,Type of service,Operator,Since\nScans Ashford,TN23 1AA,MRI,InHealth,01/04/24\nScans Dover,CT16 1AA,MRI,InHealth,13/04/24\nTotal,2,,,\n",
    [
      "5 | Scans Ashford | TN23 1AA | diagnostics-and-scans | InHealth | 2024-04-01",
      "6 | Scans Dover | CT16 1AA | diagnostics-and-scans | InHealth | 2024-04-13",
      "7 refused: required, provider-or-not-named, postcode-shape",
    ],
  ],
  [
    "what Excel and people write for nothing",
    "Place,Postcode,Kind of care,Provider,Start date,Town\nA,CA2 7HY,MRI,not named,TBC,#N/A\nB,#REF!,MRI,not named,0,Carlisle\nC,n/a,MRI,not named,-,tbc\n",
    [
      "2 | A | CA2 7HY | diagnostics-and-scans | not named",
      "3 | B | Carlisle | diagnostics-and-scans | not named",
      "4 refused: where-missing",
    ],
  ],
  [
    "dates of many kinds",
    "Place,Postcode,Kind of care,Provider,Started\nA,CA2 7HY,GP,not named,01-Apr-24\nB,CA2 7HY,GP,not named,Apr-24\nC,CA2 7HY,GP,not named,2024\nD,CA2 7HY,GP,not named,25/12/2024\nE,CA2 7HY,GP,not named,soon\n",
    [
      "2 | A | CA2 7HY | gp-practice | not named | 2024-04-01",
      "3 | B | CA2 7HY | gp-practice | not named | 2024-04",
      "4 | C | CA2 7HY | gp-practice | not named | 2024",
      "5 | D | CA2 7HY | gp-practice | not named | 2024-12-25",
      "6 refused: date-unreadable",
    ],
  ],
  [
    "a stray quotation mark, a line break in a cell and a quoted comma",
    'Place,Postcode,Kind of care,Provider\nThe 24" Clinic,CA2 7HY,MRI,Sight Ltd\n"Clinic, East\nWing",CA2 7HY,MRI,Sight Ltd\n',
    [
      '2 | The 24" Clinic | CA2 7HY | diagnostics-and-scans | Sight Ltd',
      "3 | Clinic, East Wing | CA2 7HY | diagnostics-and-scans | Sight Ltd",
    ],
  ],
  [
    "a heading twice and one without a name",
    "Name,Postcode,,Service,Provider,Provider\nA,CA2 7HY,x,MRI,Sight Ltd,again\n",
    ["2 | A | CA2 7HY | diagnostics-and-scans | Sight Ltd"],
  ],
  [
    "pasted from a spreadsheet: tabs, empty cells at the end, hidden characters",
    "Place\tPostcode\tKind of care\tProvider\tNotes\nA\u200b Clinic\tCA2\u00a07HY\tMRI\tnot named\nB\tca27hy\tMRI\tnot named\tours\n",
    [
      "2 | A Clinic | CA2 7HY | diagnostics-and-scans | not named",
      "3 | B | CA2 7HY | diagnostics-and-scans | not named",
    ],
  ],
  [
    "a list that was cut off and has rows that are too long",
    "Place,Postcode,Kind of care,Provider\nA,CA2 7HY,MRI,Sight, Ltd\nB,CA2 7HY\n",
    ["2 refused: too-many-cells", "3 refused: too-few-cells"],
  ],
  [
    "towns alone, and coordinates the wrong way round",
    "Place,Town,Latitude,Longitude,Kind of care,Provider\nA,Leeds,,,MRI,not named\nB,,-2.9578,54.8965,MRI,not named\nC,,54.8965,-2.9578,MRI,not named\n",
    [
      "2 | A | Leeds | diagnostics-and-scans | not named",
      "3 refused: coordinates-swapped",
      "4 | C | 54.8965 | diagnostics-and-scans | not named",
    ],
  ],
])("%s", async (_what, file, rows) => {
  expect(await rowsOf(await openCampaignList(bytesOf(file)))).toEqual(rows);
});

test("the row of the headings is the one that is chosen", async () => {
  const file = "Place,Provider\nnot,these\nName,Postcode,Service,Company\nA,CA2 7HY,MRI,Sight Ltd\n";
  const list = await openCampaignList(bytesOf(file), { sheet: "", heading: 3, withHidden: false });
  expect(await rowsOf(list)).toEqual(["4 | A | CA2 7HY | diagnostics-and-scans | Sight Ltd"]);
  expect(list.layout).toMatchObject({ heading: 3, sheet: null, sheets: [] });
  await expect(
    openCampaignList(bytesOf(file), { sheet: "", heading: 9, withHidden: false }),
  ).rejects.toMatchObject({ code: "no-heading-row", detail: "9" });
});
