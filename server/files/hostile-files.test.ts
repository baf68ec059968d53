import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { FILE_LIMITS, shownFileName } from "@/domain/files/report-file";
import { takeIn } from "@/server/files/as-stored";
import { hideParts } from "@/server/files/hide-parts";
import {
  carriers,
  type Hostile,
  otherKinds,
  pngOf,
  SECRET,
  smallPictures,
  swollenJpeg,
  webpOf,
} from "@/server/files/testing-hostile-files";

const MEGABYTE = 1024 * 1024;
let pictures: Awaited<ReturnType<typeof smallPictures>>;
let tried = 0;
const before = process.memoryUsage().rss;

beforeAll(async () => {
  pictures = await smallPictures();
});

/** What became of it: the fault, or the kind. */
const fateOf = ([, bytes]: Hostile) => {
  tried++;
  return takeIn(bytes).then(
    ({ kind, bytes: stored }) => {
      if (kind === "photograph") expect(beside(stored)).toEqual([]);
      return kind;
    },
    (error: { fault?: string }) => error.fault ?? String(error),
  );
};
const fates = async (list: readonly Hostile[]) => {
  const all: Record<string, string> = {};
  for (const one of list) all[one[0]] = await fateOf(one);
  return all;
};
const everyOne = (list: readonly Hostile[], fate: string) =>
  Object.fromEntries(list.map(([what]) => [what, fate]));

/** What a JPEG has beside its points: every segment that is none of those, and whatever stands behind its end. */
function beside(jpeg: Buffer): string[] {
  const found: string[] = [];
  if (jpeg.subarray(0, 2).toString("hex") !== "ffd8") found.push("no JPEG");
  let at = 2;
  for (let marker = 0; marker !== 0xda && at < jpeg.length; ) {
    marker = jpeg[at + 1] ?? 0;
    const isOwn = [0xdb, 0xc0, 0xc2, 0xc4, 0xda, 0xdd].includes(marker);
    const isBare =
      marker === 0xe0 && jpeg.subarray(at + 4, at + 9).toString("latin1") === "JFIF\0" && jpeg[at + 3] === 16;
    if (jpeg[at] !== 0xff || !(isOwn || isBare)) found.push(`segment ${marker.toString(16)}`);
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  if (jpeg.indexOf(Buffer.from([0xff, 0xd9]), at) !== jpeg.length - 2) found.push("something behind its end");
  if (jpeg.includes(SECRET)) found.push("the secret");
  return found;
}

test("whatever a picture carries beside its points is gone: EXIF, XMP, IPTC, comments, a second file behind it", async () => {
  const list = carriers(pictures);
  for (const [what, bytes] of list) if (!/zTXt/.test(what)) expect(bytes.includes(SECRET), what).toBe(true);
  expect(await fates(list)).toEqual(everyOne(list, "photograph"));
});

test("the test sees what is left over", async () => {
  const kept = await sharp(pictures.jpeg)
    .withExif({ IFD0: { Artist: SECRET } })
    .jpeg()
    .toBuffer();
  expect(beside(kept)).toContain("segment e1");
});

test("a picture lies as it was held", async () => {
  const [exif] = carriers(pictures);
  const { width, height } = await takeIn(exif?.[1] ?? Buffer.alloc(0));
  expect([width, height]).toEqual([64, 96]);
});

test("what is none of the four kinds is refused by how it begins", async () => {
  const list = otherKinds(pictures.jpeg);
  expect(await fates(list)).toEqual(everyOne(list, "file-kind"));
});

test("cut off anywhere, a picture is refused", async () => {
  for (const [format, whole] of Object.entries(pictures))
    for (let part = 1; part < 20; part++) {
      const fate = await fateOf([format, whole.subarray(0, Math.floor((whole.length * part) / 20))]);
      expect(["file-damaged", "file-kind"], `${format} ${part}/20`).toContain(fate);
    }
});

test("with bytes changed, a picture is refused or made anew, and nothing else happens", async () => {
  let seed = 20261129;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (const [format, whole] of Object.entries(pictures))
    for (let count = 0; count < 15; count++) {
      const changed = Buffer.from(whole);
      for (let times = 0; times < 8; times++) changed[next(changed.length)] = next(256);
      expect(await fateOf([format, changed])).toMatch(
        /^(?:photograph|file-damaged|file-kind|file-too-many-points)$/,
      );
    }
});

test("a picture of too many points is refused by its header, before anything is unpacked", async () => {
  const list: Hostile[] = [
    ["50,000 x 50,000", pngOf(50_000, 50_000)],
    ["a line of points", pngOf(50_000_001, 1)],
    ["7,200 x 7,000", pngOf(7_200, 7_000)],
    ["2^31 - 1", pngOf(2 ** 31 - 1, 2 ** 31 - 1)],
    ["JPEG", swollenJpeg(pictures.jpeg, 65_500, 65_500)],
    ["WebP", webpOf(16_383, 16_383)],
  ];
  const all = await fates(list);
  for (const [what, fate] of Object.entries(all))
    expect(fate, what).toMatch(/^file-(?:too-many-points|damaged)$/);
  expect([all["50,000 x 50,000"], all["7,200 x 7,000"], all.JPEG]).toEqual(
    Array(3).fill("file-too-many-points"),
  );
});

test("the largest that is let in is made smaller without being held whole", async () => {
  const side = 7_000;
  const rows = Buffer.alloc((Math.ceil(side / 8) + 1) * side);
  const { width, height, bytes } = await takeIn(pngOf(side, side, deflateSync(rows)));
  expect([width, height]).toEqual([FILE_LIMITS.side, FILE_LIMITS.side]);
  expect(bytes.length).toBeLessThan(MEGABYTE);
});

test("documents stay as they came, if they are whole; what is empty or too large is refused", async () => {
  const pdf = Buffer.from(
    "%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF\n",
  );
  const polyglot = Buffer.concat([Buffer.from("%PDF-1.7\n<script>alert(1)</script>\n"), pdf]);
  for (const one of [pdf, polyglot]) {
    const taken = await takeIn(one);
    expect([taken.kind, taken.bytes.equals(one)]).toEqual(["document", true]);
  }
  expect(
    await fates([
      ["cut off", pdf.subarray(0, -8)],
      ["empty", Buffer.alloc(0)],
      ["too large", Buffer.concat([pdf, Buffer.alloc(FILE_LIMITS.bytes, " ")])],
      ["a JPEG that is called a PDF", pictures.jpeg],
    ]),
  ).toEqual({
    "cut off": "file-damaged",
    empty: "file-empty",
    "too large": "file-too-large",
    "a JPEG that is called a PDF": "photograph",
  });
});

test.each([
  "../../etc/passwd",
  "..\\..\\boot.ini",
  "/etc/shadow",
  "C:\\Windows\\a.jpg",
  "a\0.jpg",
  "a.jpg\r\nSet-Cookie: x=y",
  "\u202Egpj.exe",
  "con",
  "a".repeat(500),
  ".htaccess",
  "..",
  ".",
  "",
  " ",
  "-rf",
  "a;rm -rf.pdf",
  "$(id).png",
  "`id`.png",
  "<img src=x>.jpg",
  'a"b.jpg',
  "a%2f..%2fb.jpg",
  "a/b/c.php",
  "shell.php.jpg",
  "x.svg",
  "fotó.jpeg",
  "日本.png",
  "\ud800.jpg",
  "a\u2028b.jpg",
])("the name %j is made one that can be shown and saved", (given) => {
  for (const kind of ["photograph", "document"] as const) {
    const name = shownFileName(given, kind);
    expect(name).toMatch(kind === "photograph" ? /^[^.\s-].*\.jpg$/s : /^[^.\s-].*\.pdf$/s);
    expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028/\\<>:"|?*%;`$]/u);
    expect(name.length).toBeLessThan(90);
  }
});

test("a part that is hidden is no more in the picture, and the rest is", async () => {
  const half = { create: { width: 100, height: 50, channels: 3 as const, background: "white" } };
  const letters = Buffer.from(
    '<svg width="100" height="50"><rect x="10" y="10" width="3" height="30"/><rect x="20" y="10" width="3" height="30"/><rect x="80" y="10" width="3" height="30"/></svg>',
  );
  const plate = await sharp(half)
    .composite([{ input: letters }])
    .jpeg({ quality: 100 })
    .toBuffer();
  const spread = async (bytes: Buffer, left: number) => {
    const part = await sharp(bytes)
      .extract({ left, top: 15, width: 20, height: 20 })
      .greyscale()
      .raw()
      .toBuffer();
    return Math.max(...part) - Math.min(...part);
  };
  expect(await spread(plate, 5)).toBeGreaterThan(200);
  for (const how of ["blur", "fill"] as const) {
    const hidden = await hideParts(plate, [{ left: 0, top: 0, width: 50, height: 100, how }]);
    expect([hidden.width, hidden.height, beside(hidden.bytes)]).toEqual([100, 50, []]);
    expect(await spread(hidden.bytes, 5), how).toBeLessThan(how === "fill" ? 12 : 90);
    expect(await spread(hidden.bytes, 72)).toBeGreaterThan(200);
  }
  const edges = [
    { left: 99.9, top: 0, width: 100, height: 100, how: "blur" as const },
    { left: 0, top: 99.9, width: 0.01, height: 0.01, how: "fill" as const },
  ];
  await expect(hideParts(plate, edges)).resolves.toMatchObject({ width: 100, height: 50 });
});

test("two hundred of them, and the memory for one", () => {
  expect(tried).toBeGreaterThan(200);
  expect((process.memoryUsage().rss - before) / MEGABYTE).toBeLessThan(300);
});
