import { useTranslations } from "next-intl";
import { LocalName } from "@/components/layout/local-name";
import { LeadList } from "@/components/leads/lead-list";
import { type Lead, leadsByBoard } from "@/domain/places/lead";

/** All leads, each board's behind its name: more than two hundred of them are no page for a phone. Needs no scripts. */
export function LeadsByBoard({ leads }: { leads: readonly Lead[] }) {
  const t = useTranslations("leads");
  return (
    <div className="border-ink border-t-2">
      {leadsByBoard(leads).map(({ board, leads: own }) => (
        <details key={board?.slug ?? ""} className="border-rule border-b">
          <summary className="min-h-11 cursor-pointer py-2">
            <span className="font-semibold">
              {board ? <LocalName name={board.name} nameCy={board.nameCy} /> : t("noBoard")}
            </span>{" "}
            <span className="text-ink-soft">{t("perBoard", { count: own.length })}</span>
          </summary>
          <div className="pb-4">
            <LeadList leads={own} />
          </div>
        </details>
      ))}
    </div>
  );
}
