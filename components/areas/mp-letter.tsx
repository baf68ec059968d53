import { useTranslations } from "next-intl";
import { useAreaInWords } from "@/components/areas/answer-text";
import { useCountingValue } from "@/components/counting/definition-in-words";
import { useDates } from "@/components/layout/date-text";
import { useRunBy } from "@/components/services/run-by";
import { CopyButton } from "@/components/ui/copy-button";
import { TextArea } from "@/components/ui/inputs";
import type { ServiceRow } from "@/domain/figures/service-row";
import type { AreaDetail, MpRead } from "@/domain/pages/area-page";
import { DEFAULT_DEFINITION, type Definition } from "@/domain/providers/legal-form";
import { isRunning } from "@/domain/services/running";

/** A letter is read by a person: a longer list is cut, and says so. */
const MOST_LISTED = 12;

/** Who the MP was on the list's day, and a letter in a box: it can be changed, selected and copied with no script. */
export function MpLetter({
  area,
  mp,
  services,
  definition = DEFAULT_DEFINITION,
  pageUrl,
}: {
  area: AreaDetail;
  mp: MpRead;
  services: readonly ServiceRow[];
  /** What the list counts; the letter says so. */
  definition?: Definition;
  pageUrl: string;
}) {
  const t = useTranslations("areas.page");
  const category = useTranslations("services.category");
  const inWords = useDates();
  const runBy = useRunBy();
  const areaInWords = useAreaInWords();
  const running = services.filter(isRunning);
  const listed = running.slice(0, MOST_LISTED);
  const list = listed
    .map((service) =>
      t("letterService", {
        name: service.name ?? category(service.category),
        runBy: runBy(service),
        checked: service.lastConfirmedOn ? inWords(service.lastConfirmedOn.slice(0, 7)) : "none",
        isDoubtful: service.mayHaveEnded ? "yes" : "no",
      }),
    )
    .join("; ");
  const shown = listed.length < running.length ? listed.length : 0;
  const named = areaInWords(area);
  const counting = useCountingValue()(definition);
  const letter = [
    t("letterGreeting", { name: mp.name }),
    running.length > 0
      ? t("letterKnown", { area: named, services: running.length, shown, list, counting })
      : t("letterNone", { area: named }),
    t("letterAsk"),
    t("letterSource", { url: pageUrl }),
    t("letterEnd"),
  ].join("\n\n");
  return (
    <div className="max-w-line space-y-4">
      <p>
        {t("mp", { name: mp.name, party: mp.party, area: named, date: inWords(mp.asOf) })}{" "}
        <a href={mp.url} rel="noopener">
          {t("mpLink", { name: mp.name })}
        </a>
        . {t("mpFind")}{" "}
        <a href="https://members.parliament.uk/FindYourMP" rel="noopener">
          {t("mpFindLink")}
        </a>
        .
      </p>
      <TextArea
        id="letter"
        label={t("letterLabel")}
        hint={t("letterHint")}
        rows={14}
        fitsText
        defaultValue={letter}
      />
      <CopyButton from="letter" label={t("copyLetter")} done={t("copied")} />
    </div>
  );
}
