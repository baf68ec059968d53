import { expect, it } from "vitest";
import { countedMailDomain } from "./mail-domain";

it.each([
  ["a@example.org", "example.org"],
  ["a@mail.example.org", "example.org"],
  ["a@x7.y8.example.co.uk", "example.co.uk"],
  ["a@nhs.net", "nhs.net"],
  ["a@carlisle.gov.uk", "carlisle.gov.uk"],
  ["a@trust.nhs.uk", "trust.nhs.uk"],
  ["a@sub.trust.nhs.uk", "trust.nhs.uk"],
  // Everybody can have a name there, but whoever does has only that one; all of them are counted together.
  ["a@somebody.duckdns.org", "duckdns.org"],
  ["a@xn--bcher-kva.example", "xn--bcher-kva.example"],
  ["a@e2e.test", "e2e.test"],
  ['"odd@name"@example.org', "example.org"],
  ["a@gmail.com", null],
  ["a@mail.gmail.com", null],
  ["a@notgmail.com", "notgmail.com"],
  ["a@gmail.com.example.org", "example.org"],
])("%s is counted with %s", (email, domain) => {
  expect(countedMailDomain(email)).toBe(domain);
});
