/** What an organisation goes by or went by before, or whom it took over from, with who says so: for whoever looks for the name they know. */
export type FormerName = {
  name: string;
  /**
   * The number at Companies House under which both names were registered. Only then it was "formerly" called so; without one that a source
   * of ours gives it "took over from" what bore the name.
   */
  companyNumber: string | null;
  /** It goes by this name today, beside the one it is registered under. */
  isOfToday?: true;
  /** Dated: its title ends with the month or the day. */
  source: { title: string; url: string };
};

/** By the slug of the organisation's page. A name that somebody else bears today (Care UK runs care homes) is written so that it tells. */
export const FORMER_NAMES: Readonly<Record<string, readonly FormerName[]>> = {
  "hcrg-care-group": [
    {
      name: "Operose Health",
      companyNumber: null,
      source: {
        title: "The Lowdown, April 2024",
        url: "https://lowdownnhs.info/news/private-equity-owner-of-nhs-gp-surgeries-accused-of-contract-breach",
      },
    },
    {
      name: "Virgin Care",
      companyNumber: null,
      source: {
        title: "KentOnline, December 2021",
        url: "https://kentonline.co.uk/sheerness/news/branson-sells-virgin-care-to-twenty20-capital-258405",
      },
    },
  ],
  "practice-plus-group": [
    {
      name: "Care UK Healthcare",
      companyNumber: null,
      source: {
        title: "NHS For Sale?, February 2024",
        url: "https://www.nhsforsale.info/private-providers/care-uk-new/",
      },
    },
  ],
  "partnering-health-limited": [
    {
      name: "PHL Group",
      companyNumber: null,
      isOfToday: true,
      source: {
        title: "NHS For Sale?, June 2025",
        url: "https://www.nhsforsale.info/private-providers/totally-plc-new-copy",
      },
    },
  ],
  "circle-health-group": [
    {
      name: "BMI Healthcare",
      companyNumber: null,
      source: {
        title: "Care Quality Commission, The Hampshire Clinic, December 2021",
        url: "https://www.cqc.org.uk/location/1-128766820/inspection-summary",
      },
    },
  ],
};

/** Which of the three it is, as words and the API tell them apart. */
export function howFormer({
  companyNumber,
  isOfToday,
}: Pick<FormerName, "companyNumber" | "isOfToday">): "formerly" | "tookOverFrom" | "alsoCalled" {
  if (isOfToday) return "alsoCalled";
  return companyNumber === null ? "tookOverFrom" : "formerly";
}
