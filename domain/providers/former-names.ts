/** What an organisation went by before, or whom it took over from, with who says so: for whoever looks for the name they remember. */
export type FormerName = {
  name: string;
  /**
   * The number at Companies House under which both names were registered. Only then it was "formerly" called so; without one that a source
   * of ours gives it "took over from" what bore the name.
   */
  companyNumber: string | null;
  /** Dated: its title ends with the month or the day. */
  source: { title: string; url: string };
};

/** By the slug of the organisation's page. A name that somebody else bears today (Care UK runs care homes) is written so that it tells. */
export const FORMER_NAMES: Readonly<Record<string, readonly FormerName[]>> = {
  "hcrg-care-group": [
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

/** Which of the two it is, as words and the API tell them apart. */
export function howFormer({ companyNumber }: Pick<FormerName, "companyNumber">): "formerly" | "tookOverFrom" {
  return companyNumber === null ? "tookOverFrom" : "formerly";
}
