import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { dateInWords } from "@/domain/dates/in-words";
import { readApproval } from "@/domain/imports/selection";
import type { ImportRead } from "@/server/imports/engine/load-import";

/** What an import is: its source, which whoever approves it can open, its file, and what became of it. */
export function ImportFactList({ read }: { read: ImportRead }) {
  const t = useTranslations("imports");
  const { unused, override, keptWhenUndone: kept } = read;
  const facts = [
    { id: "source", value: <SourceLine source={read.source} /> },
    { id: "file", value: read.fileName ?? t("one.facts.pasted") },
    { id: "cleaned", value: read.cleaned?.map((key) => t(`cleaned.${key as "tabs"}`)).join(" ") },
    { id: "layout", value: read.layout ? <LayoutLine layout={read.layout} /> : "" },
    { id: "unused", value: unused.length > 0 ? t("one.unused", { columns: unused.join(", ") }) : "" },
    { id: "complete", value: read.isComplete ? t("one.facts.completeYes") : "" },
    {
      id: "override",
      value: [
        ...(override?.doubts.map((key) => t(`one.overrides.${key}`)) ?? []),
        override?.because ?? "",
      ].join(" "),
    },
    { id: "rule", value: read.rule ? <ApprovedBy rule={read.rule} /> : "" },
    { id: "refused", value: read.refusedBecause },
    { id: "kept", value: kept?.map(({ name }) => name).join("; ") },
  ] as const;
  const said = facts.filter(({ value }) => value);
  return <Facts facts={said.map(({ id, value }) => ({ id, name: t(`one.facts.${id}`), value }))} />;
}

/** On which sheet and under which line the list was found, and what of its file was not read. */
function LayoutLine({ layout }: { layout: NonNullable<ImportRead["layout"]> }) {
  const t = useTranslations("imports.one");
  const { sheets, sheet, heading, hiddenRows: rows, hiddenColumns: columns, withHidden } = layout;
  const others = sheets
    .filter(({ name }) => name !== sheet)
    .map(({ name, isHidden }) => t("layoutSheet", { name, isHidden: String(isHidden) }));
  const both = String(rows > 0 && columns > 0);
  return [
    t("layout", { sheet: sheet ?? "none", heading }),
    ...(others.length > 0 ? [t("layoutOthers", { sheets: others.join(", ") })] : []),
    ...(rows + columns > 0
      ? [t("layoutHidden", { rows, columns, both, withHidden: String(withHidden) })]
      : []),
  ].join(" ");
}

/** By which rule an import was approved, as the form names it. */
function ApprovedBy({ rule }: { rule: string }) {
  const t = useTranslations("imports.one");
  const { rule: known, rows } = readApproval(rule);
  if (known === null) return rule;
  return known === "sample" && rows !== "" ? t("approvedBySample", { rows }) : t(`rules.${known}`);
}

function SourceLine({ source }: { source: ImportRead["source"] }) {
  const t = useTranslations("imports.one");
  const kinds = useTranslations("services.claim.sourceKind");
  const locale = useLocale();
  const { title, url, publisher, publishedOn, kind } = source;
  return (
    <>
      {url ? (
        <a href={url} rel="nofollow noopener noreferrer ugc" className="break-words">
          {title}
        </a>
      ) : (
        title
      )}
      , {publisher}, {dateInWords(publishedOn, locale)} ({kinds(kind)}){url ? null : `; ${t("noLink")}`}
    </>
  );
}
