/**
 * What is wrong with a database address, in one line that names the setting and never shows the password.
 * Codes: Node's system errors and PostgreSQL's appendix A.
 */
export function databaseProblem(setting: string, address: string, error: unknown): string {
  const { hostname, port, username, pathname } = new URL(address);
  const where = `${hostname}:${port || "5432"}`;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const said = error instanceof Error ? error.message : String(error);
  const reasons: Record<string, string> = {
    ECONNREFUSED: `nothing listens at ${where}`,
    ENOTFOUND: `there is no host called ${hostname}`,
    EAI_AGAIN: `there is no host called ${hostname}`,
    CONNECT_TIMEOUT: `${where} does not answer`,
    "28P01": `${where} refuses the password of "${username}"`,
    "28000": `${where} does not let "${username}" in`,
    "3D000": `${where} has no database called "${pathname.slice(1)}"`,
  };
  return `${setting} does not work: ${reasons[code] ?? `${where} says "${said.split("\n")[0]}"`}.`;
}
