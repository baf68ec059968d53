import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** For tests: a real SMTP server on a free port of this computer, that keeps what it is given. */
export type DeliveredMail = {
  /** From the envelope, as the server was told. */
  recipients: string[];
  /** Names in small letters, folded lines joined. */
  headers: Map<string, string>;
  text: string;
};

export type TestMailServer = { url: string; mails: DeliveredMail[]; close: () => Promise<void> };

export async function startTestMailServer(options: SMTPServerOptions = {}): Promise<TestMailServer> {
  const mails: DeliveredMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ recipients, ...readMail(Buffer.concat(chunks).toString("latin1")) });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined); // a client that hangs up is part of the tests
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

/** Reads a mail with one text part (RFC 5322; encodings of RFC 2045). */
function readMail(raw: string): Pick<DeliveredMail, "headers" | "text"> {
  const end = raw.indexOf("\r\n\r\n");
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  const headers = new Map<string, string>();
  for (const line of lines) {
    const name = line.slice(0, line.indexOf(":")).toLowerCase();
    if (headers.has(name)) throw new Error(`two headers ${name}`);
    headers.set(name, line.slice(line.indexOf(":") + 1).trim());
  }
  const body = decode(raw.slice(end + 4), headers.get("content-transfer-encoding"));
  return { headers, text: body.toString("utf8").replaceAll("\r\n", "\n") };
}

function decode(body: string, encoding = "7bit"): Buffer {
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1");
  const joined = body.replace(/=\r\n/g, "");
  const plain = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(plain, "latin1");
}
