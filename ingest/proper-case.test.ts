import { describe, expect, it } from "vitest";
import { hospitalName } from "./hospital-name";
import { splitAddress } from "./postal-town";
import { properName } from "./proper-case";

describe("properName", () => {
  it.each([
    ["DR A B SMITH & PARTNERS", "Dr A B Smith & Partners"],
    ["DR AS PATEL'S PRACTICE", "Dr AS Patel's Practice"],
    ["DR TUN & PARTNERS", "Dr Tun & Partners"],
    ["THE CORNER SURGERY (DR MULLA)", "The Corner Surgery (Dr Mulla)"],
    ["EXAMPLE CENTRE (IP JONES)", "Example Centre (IP Jones)"],
    ["MCDONALD HOUSE SURGERY", "McDonald House Surgery"],
    ["O'CONNELL & D'ARCY", "O'Connell & D'Arcy"],
    ["ST. MARY'S MED.CTR.", "St. Mary's Medical Centre"],
    ["THE ST.CLEMENTS SURGERY", "The St. Clements Surgery"],
    ["SOLE BAY H/C", "Sole Bay Health Centre"],
    ["WALKLEY HOUSE & STANNINGTON M.C", "Walkley House & Stannington Medical Centre"],
    ["EXAMPLE MEDICAL PRACTI", "Example Medical Practice"],
    ["SOLENT NHS TRUST T/A MEDINA HEALTHCARE", "Solent NHS Trust t/a Medina Healthcare"],
    ["HENLEY-IN-ARDEN MEDICAL CENTRE", "Henley-in-Arden Medical Centre"],
    ["MEDDYGFA'R SARN", "Meddygfa'r Sarn"],
    ["BLAEN-Y-CWM GROUP PRACTICE", "Blaen-y-Cwm Group Practice"],
    ["DR A NAEEM & PARTNERS,THE NEW SURGERY", "Dr A Naeem & Partners, The New Surgery"],
    ["ST JAMES MEDICAL PRACTICE 1ST FLOOR", "St James Medical Practice 1st Floor"],
    ["KTMC PMS PRACTICE", "KTMC PMS Practice"],
    ["LINDLEY  GROUP PRACTICE,", "Lindley Group Practice"],
    ["BARROW-IN-FURNESS", "Barrow-in-Furness"],
    ["PET-CT UNIT", "PET-CT Unit"],
  ])("%s", (given, expected) => expect(properName(given)).toBe(expected));

  it("leaves small letters, and mends what gave every word a capital and no more", () => {
    expect(properName("iSIGHT (Southport)")).toBe("iSIGHT (Southport)");
    expect(properName("City And Hackney Centre For Mental Health")).toBe(
      "City and Hackney Centre for Mental Health",
    );
    expect(properName("King Edward Vii Hospital")).toBe("King Edward VII Hospital");
    expect(properName("The Retreat, The Park")).toBe("The Retreat, The Park");
  });

  it("is the same when done twice", () => {
    for (const name of ["DR AS PATEL", "ST. MARY'S MED.CTR.", "MEDDYGFA'R SARN", "THE SURGERY (THE)"]) {
      expect(properName(properName(name))).toBe(properName(name));
    }
  });
});

describe("splitAddress", () => {
  it.each([
    [
      ["VILLA HOUSE", "18 VILLA ST, BEESTON", "NOTTINGHAM", "NOTTINGHAMSHIRE"],
      "Villa House, 18 Villa St, Beeston",
      "Nottingham",
    ],
    [["THE SURGERY", "HUNGATE LANE", "NR. FILEY", "NORTH YORKSHIRE"], "The Surgery, Hungate Lane", "Filey"],
    [["1 HIGH STREET", "CO.DURHAM"], "1 High Street", "Co.Durham"],
    [["1 HIGH STREET"], "1 High Street", ""],
    [["NORTH ROAD", "BARRY VALE OF GLAMORGAN"], "North Road", "Barry"],
    [["1 MAIN ROAD", "CHESTER LE STREET", "COUNTY DURHAM"], "1 Main Road", "Chester le Street"],
    [["THE HEALTH CENTRE", "LAWSON STREET", "LONDON"], "The Health Centre, Lawson Street", "London"],
    [["147 THE BROADWAY", "WEST EALING", "LONDON"], "147 The Broadway, West Ealing", "London"],
    [[], "", ""],
  ])("%j", (given, lines, town) => expect(splitAddress(given)).toEqual({ lines, town }));
});

describe("hospitalName", () => {
  it.each([
    [
      "Gosport Hospital - Portsmouth Hospitals NHS Trust",
      "Portsmouth Hospitals NHS Trust",
      "Gosport Hospital",
    ],
    ["Crawley Hospital- Sussex NHS Trust", "Sussex NHS Foundation Trust", "Crawley Hospital"],
    ["Woking Hospital (Virgin Care)", "Virgin Care Services Ltd", "Woking Hospital"],
    ["East Hospital - Virgin Care Adult Services", "Virgin Care Services Ltd", "East Hospital"],
    ["Clacton Hospital - (Nics)", "Integrated Services", "Clacton Hospital"],
    ["The County Hospital, Wye Valley NHS Trust", "Wye Valley NHS Trust", "The County Hospital"],
    [
      "The Royal Marsden Hospital (London)",
      "The Royal Marsden NHS Trust",
      "The Royal Marsden Hospital (London)",
    ],
    ["Nottingham NHS Trust - City Campus", "Nottingham NHS Trust", "Nottingham NHS Trust - City Campus"],
    ["Queen's NHS Trust", "Queen's NHS Trust", "Queen's NHS Trust"],
  ])("%s", (name, parentName, expected) => expect(hospitalName({ name, parentName })).toBe(expected));
});
