/** Pixels, as the places that show shared links ask for. */
export const SHARE_SIZE = { width: 1200, height: 630 };
/** Pixels of the outline's box. */
export const OUTLINE_BOX = { width: 380, height: 470 };

export type ShareCardProps = {
  site: string;
  title: string;
  /** One or two sentences; what does not fit is cut with an ellipsis. */
  text: string;
  /** How many, in figures, and of what; absent where nothing is counted. */
  number?: { value: string; of: string } | undefined;
  /** An SVG path within OUTLINE_BOX. */
  outline?: string | null | undefined;
  /** Where it can be read, without "https://". */
  address: string;
};

/**
 * What a shared link shows: drawn to a picture by the server, so its styles stand here and only what the drawing library knows is used.
 */
export function ShareCard({ site, title, text, number, outline, address }: ShareCardProps) {
  return (
    <div style={{ ...frame, flexDirection: "row" }}>
      <div style={{ display: "flex", flexDirection: "column", flex: 1, padding: "56px 0 48px 64px" }}>
        <div style={{ fontSize: 30, fontWeight: 600, color: INK_SOFT }}>{site}</div>
        <div style={{ ...title_, fontSize: title.length > 40 ? 52 : 66 }}>{title}</div>
        {number ? (
          <div style={{ display: "flex", alignItems: "flex-end", marginTop: 18 }}>
            <div style={{ fontSize: 96, lineHeight: 1, fontWeight: 600, color: ACCENT }}>{number.value}</div>
            <div style={{ fontSize: 32, marginLeft: 20, marginBottom: 10 }}>{number.of}</div>
          </div>
        ) : null}
        <div style={{ ...text_, lineClamp: number ? 4 : 6 }}>{text}</div>
        <div style={{ marginTop: "auto", fontSize: 26, color: INK_SOFT }}>{address}</div>
      </div>
      <div style={{ display: "flex", width: 470, alignItems: "center", justifyContent: "center" }}>
        {outline ? (
          <svg width={OUTLINE_BOX.width} height={OUTLINE_BOX.height} aria-hidden="true">
            <path d={outline} fill="#e9dfca" stroke={ACCENT} strokeWidth="3" fillRule="evenodd" />
          </svg>
        ) : null}
      </div>
    </div>
  );
}

const INK = "#1f1c18";
const INK_SOFT = "#574f43";
const ACCENT = "#8a1c16";
const frame = {
  display: "flex",
  ...SHARE_SIZE,
  background: "#fffdf8",
  color: INK,
  borderTop: `16px solid ${ACCENT}`,
  fontFamily: "Source Serif 4",
};
const title_ = { marginTop: 22, fontWeight: 600, lineHeight: 1.08 };
const text_ = { display: "block", marginTop: 22, fontSize: 31, lineHeight: 1.32 };
