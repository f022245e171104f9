import { isWordy, type Labelled } from './labels';

/** The places: a dot on each spot, and a line to the label that opens it. */
export function Marks({ labels, width, height, onOpen }: { labels: readonly Labelled[]; width: number; height: number; onOpen: (id: string) => void }) {
  const wordy = isWordy(width);
  return (
    <>
      <svg className="leaders" width={width} height={height} aria-hidden>
        {labels.map(({ place, x, y, box }) => {
          const [toX, toY] = [Math.max(box.x, Math.min(x, box.x + box.width)), Math.max(box.y, Math.min(y, box.y + box.height))];
          return <g key={place.id}><line x1={x} y1={y} x2={toX} y2={toY} /><circle cx={x} cy={y} r={6} /></g>;
        })}
      </svg>
      {labels.map(({ place, box }) => (
        <button key={place.id} type="button" className="mark" style={{ translate: `${Math.round(box.x)}px ${Math.round(box.y)}px`, width: box.width }} onClick={() => onOpen(place.id)}>
          <strong>{place.name}</strong>{' '}
          {wordy && <><span>{place.detail}</span>{' '}</>}
          <span className="state" data-state={place.state}>{place.symbol} {wordy ? place.word : <span className="sr">{place.word}</span>}</span>
        </button>
      ))}
    </>
  );
}
