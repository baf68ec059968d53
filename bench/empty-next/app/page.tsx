/** The peer of the page measurements: what Next itself serves, at its least. */
export default function Page() {
  return <p>Nothing</p>;
}
