// What the window remembers between runs. Never throws: without storage it simply forgets.

/** Reads a remembered value. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`wartagraf.${key}`);
  } catch {
    return null;
  }
}

/** Remembers a value; null forgets it. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`wartagraf.${key}`);
    else localStorage.setItem(`wartagraf.${key}`, value);
  } catch {
    // Storage is off or full: the setting lasts as long as the window.
  }
}

/** A remembered number within bounds, or the given one. */
export function recallNumber(key: string, fallback: number, least: number, most: number): number {
  const value = Number(recall(key) ?? Number.NaN);
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : fallback;
}
