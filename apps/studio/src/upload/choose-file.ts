/** Where a file should go, as far as the place where it was chosen says. */
export interface Target {
  showId?: string;
  episodeId?: string;
  eventId?: string;
}

type Chosen = { file: File; target: Target };
const bus = new EventTarget();

/** The button's and the key's twin of dropping a file: opens the file chooser. */
export function chooseFile(showId?: string, rest: Omit<Target, 'showId'> = {}): void {
  bus.dispatchEvent(new CustomEvent('ask', { detail: { showId, ...rest } }));
}

/** Hands over a file, however it was chosen. */
export function offerFile(file: File, target: Target): void {
  bus.dispatchEvent(new CustomEvent('file', { detail: { file, target } }));
}

export function onAsk(listener: (target: Target) => void): () => void {
  return on('ask', listener);
}

export function onFile(listener: (chosen: Chosen) => void): () => void {
  return on('file', listener);
}

function on<T>(name: string, listener: (detail: T) => void): () => void {
  const handle = (event: Event) => listener((event as CustomEvent<T>).detail);
  bus.addEventListener(name, handle);
  return () => bus.removeEventListener(name, handle);
}
