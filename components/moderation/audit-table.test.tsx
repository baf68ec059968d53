import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AUDIT_ACTIONS, type AuditAction } from "@/domain/audit/action";
import account from "@/messages/en/account.json";
import common from "@/messages/en/common.json";
import moderation from "@/messages/en/moderation.json";
import { AuditTable } from "./audit-table";

const ID = "0f8fad5b-d9cb-469f-a165-70867728950e";

function drawn(given: { action: AuditAction; subjectType: string; actorId?: string; actorRole?: string }) {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      messages={{ account, common, moderation }}
      timeZone="Europe/London"
      onError={(error) => {
        throw error;
      }}
    >
      <AuditTable
        lines={[
          {
            number: 7,
            at: new Date("2026-07-01T23:30:00Z"),
            actorId: ID,
            actorRole: "moderator",
            subjectId: ID,
            subjectName: null,
            ...given,
          },
        ]}
      />
    </NextIntlClientProvider>,
  );
  return html.slice(html.lastIndexOf("<td"));
}

it.each(AUDIT_ACTIONS)("%s is a sentence that says who and about what, with links", (action) => {
  const html = drawn({ action, subjectType: "report" });
  expect(html).toContain(`<a href="/admin/campaigners/${ID}">Moderator 950e</a>`);
  expect(html).toContain(`<a href="/moderation/${ID}">report 0F8FAD5B</a>`);
});

it("a job of ours is named, and what has no page is no link", () => {
  const html = drawn({
    action: "task.taken",
    subjectType: "task",
    actorId: "starter-data",
    actorRole: "system",
  });
  expect(html).toContain("The site (starter-data) took on the task about 0F8FAD5B");
  expect(html).not.toContain("<a");
});
