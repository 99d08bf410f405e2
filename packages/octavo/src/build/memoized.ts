/** What most pages have in common is far less. */
const MOST = 1000;

/**
 * Returns a function that works out what belongs to a text once. It forgets all where that is too
 * much to keep: what repeats is soon known again.
 */
export function memoized<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  let last: { text: string; value: Value } | undefined;
  return (text) => {
    // To compare two long texts takes less time than to look one of them up.
    if (last?.text === text) return last.value;
    let value = known.get(text);
    if (value === undefined) {
      value = work(text);
      if (known.size >= MOST) known.clear();
      known.set(text, value);
    }
    last = { text, value };
    return value;
  };
}
