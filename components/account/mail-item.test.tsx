import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import account from "@/messages/en/account.json";
import common from "@/messages/en/common.json";
import { MailItem } from "./mail-item";

it("dates a letter the British way, by British time", () => {
  const mail = {
    id: "m",
    to: "a@b.example",
    subject: "Code",
    text: "1234",
    at: new Date("2026-07-01T23:30:00Z"),
  };
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ account, common }} timeZone="Europe/London">
      <MailItem mail={mail} />
    </NextIntlClientProvider>,
  );
  expect(html).toContain("2 July 2026 at 00:30");
  expect(html).not.toContain("Jul 2");
});
