/** What an organisation was called before, with who says so: for whoever looks for the name they remember. */
export type FormerName = { name: string; source: { title: string; url: string } };

/** By the slug of the organisation's page. A name that somebody else bears today (Care UK runs care homes) is written so that it tells. */
export const FORMER_NAMES: Readonly<Record<string, readonly FormerName[]>> = {
  "hcrg-care-group": [
    {
      name: "Virgin Care",
      source: {
        title: "KentOnline, December 2021",
        url: "https://kentonline.co.uk/sheerness/news/branson-sells-virgin-care-to-twenty20-capital-258405",
      },
    },
  ],
  "practice-plus-group": [
    {
      name: "Care UK Healthcare",
      source: {
        title: "NHS For Sale?, February 2024",
        url: "https://www.nhsforsale.info/private-providers/care-uk-new/",
      },
    },
  ],
  "circle-health-group": [
    {
      name: "BMI Healthcare",
      source: {
        title: "NHS For Sale?",
        url: "https://www.nhsforsale.info/private-providers/general-healthcare-group-bmi-healthcare-new/",
      },
    },
  ],
};
