/** An officer of a row, and the agency acted for. */
export function OfficerName({ of, agency }: { of?: { name: string } | null; agency?: { code: string } | null }) {
  return <><span className="nowrap">{of?.name ?? '—'}</span> <span className="quiet">{agency?.code}</span></>;
}
