import { useTranslations } from "next-intl";
import { CountingForm } from "@/components/counting/counting-form";
import { PageTitle } from "@/components/layout/page-title";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { keysOf } from "@/domain/lists/keys-of";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import type { CheckTally } from "@/domain/registrations/checks";

const WORDS = ["outsourced", "private", "service", "place", "provider", "notNamed", "claim"] as const;
const NUMBERS = [
  "separate",
  "running",
  "mayHaveEnded",
  "definition",
  "inRegister",
  "few",
  "groups",
  "reported",
  "checked",
] as const;
const ANSWERS = [
  "outsourced",
  "checked",
  "operator",
  "partnership",
  "gpsOwn",
  "federation",
  "nhs",
  "ownersNotChecked",
  "doubt",
  "notLooked",
] as const;
/** Whether each kind of care is counted; docs/how-we-count.md has the same list for developers. */
const IN_OUT = {
  gp: "partly",
  pharmacy: "out",
  dentistry: "out",
  sightTests: "out",
  hospices: "in",
  careHomes: "out",
  prison: "in",
  nhs111: "in",
  transport: "in",
  pathology: "in",
  insourcing: "in",
  publicHealth: "out",
  support: "out",
} as const;
const KINDS_OF_CARE = keysOf(IN_OUT);

/** What is counted, what is not, and why; and what came of the checks of the regulator's list. */
export function HowWeCount({ checks }: { checks: readonly CheckTally[] }) {
  const t = useTranslations("about.howWeCount");
  const counting = useTranslations("counting");
  return (
    <>
      <PageTitle intro={t("intro")}>{t("title")}</PageTitle>
      <Section id="words" title={t("wordsTitle")}>
        <Facts
          facts={WORDS.map((word) => ({
            id: word,
            name: t(`words.${word}.term`),
            value: <p className="max-w-line">{t(`words.${word}.text`)}</p>,
          }))}
        />
      </Section>
      <Section id="numbers" title={t("numbersTitle")}>
        <List items={NUMBERS.map((key) => t(`numbers.${key}`))} />
      </Section>
      <Section id="choose" title={counting("choiceTitle")}>
        <div className="max-w-line space-y-3">
          <p>{counting("choiceIntro")}</p>
          <p>{counting("choiceLimits")}</p>
          <CountingForm definition={DEFAULT_DEFINITION} from="/" />
        </div>
      </Section>
      <Section id="answers" title={t("answersTitle")}>
        <p className="max-w-line">{t("answersIntro")}</p>
        <List items={ANSWERS.map((key) => t(`answers.${key}`))} />
        <p className="mt-3 max-w-line">{t("cannotSay")}</p>
      </Section>
      <Section id="in-and-out" title={t("inOutTitle")} note={t("inOutIntro")}>
        <table className="rows">
          <caption className="sr-only">{t("inOutTitle")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("columns.what")}</th>
              <th scope="col">{t("columns.counted")}</th>
              <th scope="col">{t("columns.why")}</th>
            </tr>
          </thead>
          <tbody>
            {KINDS_OF_CARE.map((kind) => (
              <tr key={kind}>
                <th scope="row" className="font-semibold md:w-64">
                  {t(`inOut.${kind}.what`)}
                </th>
                <td>
                  <Badge tone={IN_OUT[kind] === "out" ? "plain" : "strong"}>{t(IN_OUT[kind])}</Badge>
                </td>
                <td className="max-w-line">{t(`inOut.${kind}.why`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section id="regulator-list" title={t("regulatorTitle")} note={t("regulatorIntro")}>
        <List
          items={checks.map(({ form, looked, found, changed, disagrees, wrong }) =>
            t("regulator", {
              form,
              looked,
              found,
              changed,
              disagrees,
              // Of the NHS bodies all were looked up.
              isEstimate: wrong && form !== "nhs-body" ? "yes" : "no",
              low: wrong?.low ?? 0,
              high: wrong?.high ?? 1,
            }),
          )}
        />
        <p className="mt-3 max-w-line">{t("regulatorLimits")}</p>
      </Section>
      <Section id="area-only" title={t("areaOnlyTitle")}>
        <p className="max-w-line">{t("areaOnly")}</p>
      </Section>
      <Section id="wrong" title={t("correctTitle")}>
        <p className="max-w-line">{t("correct")}</p>
      </Section>
    </>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul className="mt-2 max-w-line list-disc space-y-1.5 pl-6">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
