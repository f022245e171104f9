/** What had focus: what it was called, and in what it stood. */
type Place = { at: HTMLElement; words: string; within: Element[] };

const trail: Place[] = []; // the latest last
let soon: ReturnType<typeof setTimeout> | undefined;
const patience = 500; // ms for which a button may be off while the server works

const wordsOf = (of: Element) => of.getAttribute('aria-label') ?? of.textContent.trim();
const usable = (of: HTMLElement) => of.isConnected && !of.matches(':disabled') && of.checkVisibility();
const lost = () => document.activeElement === document.body && trail.length > 0;

/** Who works by keys is never put back to the start: when what has focus goes from the page, focus comes to what stands for it. */
export function keepFocus() {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const within: Element[] = [];
    for (let around = target.parentElement; around && around !== document.body; around = around.parentElement) within.push(around);
    trail.push({ at: target, words: wordsOf(target), within });
    if (trail.length > 30) trail.shift();
  });
  document.addEventListener('keydown', leaveToBrowser, true);
  document.addEventListener('focusout', ({ target }) => queueMicrotask(() => {
    // Left by whoever works, and not taken away.
    if (lost() && usable(target as HTMLElement)) trail.length = 0;
  }));
  new MutationObserver(find).observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
}

const ofParts = new Set(['date', 'datetime-local', 'month', 'time', 'week']);

/**
 * Tab within a field of several parts is the browser's. The dialogs' own trap looks only afterwards where it led, and takes it back if a
 * second Tab came sooner. (Such a field is never the first or last of a dialog, where the trap would be needed.)
 */
function leaveToBrowser(event: KeyboardEvent) {
  if (event.key === 'Tab' && event.target instanceof HTMLInputElement && ofParts.has(event.target.type)) event.stopPropagation();
}

function find() {
  if (!lost()) return;
  const { at } = trail.at(-1)!;
  clearTimeout(soon);
  if (usable(at)) at.focus({ preventScroll: true });
  else if (at.isConnected) soon = setTimeout(() => lost() && stepBack(), patience);
  else stepBack();
}

/** To where one was before; within the page, if it is a part of the page that went. */
function stepBack() {
  const page = document.getElementById('page');
  if (!page) return void (trail.length = 0); // another page altogether, which begins at its top
  const inPage = trail.at(-1)!.within.includes(page);
  const places = trail.filter((place) => !inPage || place.within.includes(page)).toReversed();
  const found = places.map((place) => (usable(place.at) ? place.at : alike(place))).find((one) => one !== undefined);
  (found ?? page).focus({ preventScroll: true });
}

/** The same button, drawn anew. */
const alike = ({ at, words, within }: Place) => (words === '' ? undefined
  : [...within.find((around) => around.isConnected)?.querySelectorAll<HTMLElement>(at.localName) ?? []].find((one) => usable(one) && wordsOf(one) === words));
