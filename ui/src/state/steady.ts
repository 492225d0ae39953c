// Rows that stay the very same object while nothing about them changes, so that only what changed is drawn anew.

/**
 * A function that takes rows made afresh and gives back, for each whose fields are all the same as before, the old
 * object. `key` tells rows apart.
 */
export function steady<T extends object>(key: (row: T) => string | number): (rows: readonly T[]) => T[] {
  let before: T[] = [];
  return (rows) => {
    /** Made only where rows have come or gone. */
    let byKey: Map<string | number, T> | null = null;
    const kept = rows.map((row, i) => {
      let old = before[i];
      if (old !== undefined && key(old) !== key(row)) {
        byKey ??= new Map(before.map((one) => [key(one), one]));
        old = byKey.get(key(row));
      }
      return old !== undefined && alike(old, row) ? old : row;
    });
    before = kept;
    return kept;
  };
}

/** Whether two objects of one make have the same values in their fields; lists are compared entry by entry. */
export function alike<T extends object>(a: T, b: T): boolean {
  if (a === b) return true;
  for (const name in a) {
    const [value, other] = [a[name], b[name]];
    if (value === other) continue;
    if (!Array.isArray(value) || !Array.isArray(other) || value.length !== other.length) return false;
    for (let i = 0; i < value.length; i += 1) if (value[i] !== other[i]) return false;
  }
  return true;
}
