import { getTranslations } from "next-intl/server";
import { holdImportAction } from "@/app/[locale]/(admin)/admin/imports/actions";
import { HoldClock } from "@/components/moderation/hold-clock";
import { SmallForm, type SmallFormWords } from "@/components/reports/small-form";
import { momentWords } from "@/domain/dates/moment-in-words";
import type { ImportRead } from "@/server/imports/engine/load-import";

type Props = {
  read: ImportRead;
  words: SmallFormWords;
  hidden: Readonly<Record<string, string>>;
  path: string;
};

/** Who looks at an import that waits, until when, and what this moderator can do about that. */
export async function ImportHold({ read, words, hidden, path }: Props) {
  const t = await getTranslations("imports.hold");
  const format = momentWords((await getTranslations("common"))("dateLanguage"));
  const { hold, refusals } = read;
  if (read.state !== "submitted") return null;
  const form = { words, path, action: holdImportAction };
  const asked = (move: string) => ({ ...hidden, move });
  const time = hold && format.time(hold.until);
  return (
    <div className="space-y-4">
      {hold?.byMe && time ? (
        <HoldClock
          secondsLeft={hold.secondsLeft}
          until={hold.until.toISOString()}
          holds={t("yours", { time })}
          soon={t("soon", { time })}
          over={t("over", { time })}
        />
      ) : (
        <p className="font-semibold">
          {hold && time ? t("others", { handle: hold.handle, time }) : t("nobody")}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {refusals.hold === undefined ? (
          <SmallForm {...form} hidden={asked("hold")} button={t("hold")} />
        ) : null}
        {refusals.renew === undefined ? (
          <SmallForm {...form} hidden={asked("renew")} button={t("renew")} />
        ) : null}
        {refusals.release === undefined ? (
          <SmallForm {...form} hidden={asked("release")} button={t("release")} />
        ) : null}
      </div>
      {refusals["take-over"] === undefined ? (
        <SmallForm
          {...form}
          hidden={asked("take-over")}
          fields={[{ id: "take-note", name: "note", kind: "line", label: t("takeOverNote") }]}
          button={t("takeOver")}
        />
      ) : null}
    </div>
  );
}
