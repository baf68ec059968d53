import { getTranslations } from "next-intl/server";
import { DECIDE_FORM } from "@/components/moderation/decide-form-id";
import type { TwinButtons } from "@/components/moderation/twin-list";
import { Button } from "@/components/ui/button";
import { SAME_AS_BUTTONS, sameAsReason } from "@/domain/reports/decision-form";
import type { ModerationChange, ModerationRead } from "@/server/reports/pages/load-moderation-report";

type Same = {
  is: keyof typeof SAME_AS_BUTTONS;
  id: string;
  text: string;
  label: string;
  /** What the author is told where no reason was typed. */
  reason: string;
};

/** What a report can be the same as by one press, for whoever decides it. */
async function samesOf(read: ModerationRead | ModerationChange): Promise<Same[]> {
  const t = await getTranslations("moderation.one");
  const entry = ({ id, name }: { id: string; name: string }): Same => ({
    is: "entry",
    id,
    text: t("sameEntry"),
    label: t("sameEntryLabel", { name }),
    reason: t(read.change ? "sameChange.reason" : "sameEntryReason", { name }),
  });
  const report = ({ id, title }: { id: string; title: string }): Same => ({
    is: "report",
    id,
    text: t("sameReport"),
    label: t("sameReportLabel", { title }),
    reason: t(read.change ? "sameChange.reportReason" : "sameReportReason"),
  });
  const [twins, waiting] = read.change
    ? [
        [...(read.same.said ? [read.same.said] : []), ...read.same.twins.filter(({ confirms }) => confirms)],
        read.same.waiting.filter(({ isSame }) => isSame),
      ]
    : [read.twins.filter(({ confirms }) => confirms), read.waitingTwins];
  return [...twins.map(entry), ...waiting.map(report)];
}

/**
 * "Same as this" beside each likely twin, for whoever decides the report: one press. They are buttons of the decision form, so that
 * comments and a reason that were typed there go to the author.
 */
export async function twinButtons({
  read,
}: {
  read: ModerationRead | ModerationChange;
}): Promise<TwinButtons> {
  const { approve, "mark-duplicate": mark } = read.refusals;
  if (approve !== undefined || mark !== undefined) return {};
  const buttons = (await samesOf(read)).map(({ is, id, text, label }) => [
    id,
    <Button
      key={id}
      form={DECIDE_FORM}
      name={SAME_AS_BUTTONS[is]}
      value={id}
      look="secondary"
      className="mt-2 block"
      aria-label={label}
    >
      {text}
    </Button>,
  ]);
  return Object.fromEntries(buttons);
}

/** By the id of a twin, what its author is told where no reason was typed: the form sends them along. */
export async function sameAsReasons(
  read: ModerationRead | ModerationChange,
): Promise<Record<string, string>> {
  return Object.fromEntries((await samesOf(read)).map(({ id, reason }) => [sameAsReason(id), reason]));
}
