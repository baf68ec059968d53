import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { actionKey } from "@/components/reports/action-key";
import { AUDIT_ACTIONS } from "@/domain/audit/action";
import type { BulkBecause, BulkItemState, BulkVerdict } from "@/domain/reports/bulk";
import { ONESELF } from "@/domain/reports/moderator-handle";
import { SECOND_PERSON_RULES } from "@/domain/reports/second-person";

type Item = {
  reportId: string;
  title: string;
  town: string;
  state: BulkItemState;
  because: BulkBecause | null;
};

/** Each report with what would happen to it, or what came of it, or why not. */
export function BulkItems({ items, verdict }: { items: readonly Item[]; verdict: BulkVerdict }) {
  const t = useTranslations("moderation.bulk");
  return (
    <ol className="border-ink border-t-2">
      {items.map(({ reportId, title, town, state, because }) => (
        <li key={reportId} className="border-rule border-b py-3">
          <LocalLink href={`/moderation/${reportId}`} className="font-semibold">
            {title}
          </LocalLink>
          {town ? <span className="text-ink-soft"> {town}</span> : null}
          <p>
            <strong>{t(`state.${state}`, { verdict })}</strong>
            {because ? (
              <>
                {" "}
                <Because because={because} />
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Because({ because: { problem, by, what, rules } }: { because: BulkBecause }) {
  const t = useTranslations("moderation.bulk");
  const moderation = useTranslations("moderation");
  if (problem === "second-person")
    return SECOND_PERSON_RULES.filter((rule) => rules.includes(rule)).map((rule) => (
      <span key={rule} className="block">
        {moderation(`second.${rule}`)}
      </span>
    ));
  const action = AUDIT_ACTIONS.find((known) => known === what);
  return t(`because.${problem}`, {
    who:
      by === null
        ? t("somebody")
        : by === ONESELF
          ? moderation("one.you")
          : moderation("one.moderator", { handle: by }),
    what: action ? moderation(`actions.${actionKey(action)}`) : moderation("actions.other"),
  });
}
